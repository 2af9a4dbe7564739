// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.quorate.model.observed.LockCalls;
import org.quorate.model.observed.LockUse;
import org.quorate.study.observe.Observation.CallRow;
import org.quorate.study.observe.Observation.LockRow;

/** Locks of replications beside those of a node. Pure functions. */
final class LockRows {

    private LockRows() {
    }

    /** By type and mode, the predicted types first. */
    static List<LockRow> locks(List<List<LockUse>> replications, List<LockUse> actual, long unlisted) {
        Map<String, Map<String, double[]>> cells = new LinkedHashMap<>();
        replications.forEach(uses -> uses.forEach(use -> cell(cells, use)[0] += (double) use.locks() / replications.size()));
        actual.forEach(use -> cell(cells, use)[1] += use.locks());
        List<LockRow> rows = new ArrayList<>();
        double[] all = {0, unlisted};
        cells.forEach((type, modes) -> {
            double predicted = modes.values().stream().mapToDouble(cell -> cell[0]).sum();
            double there = modes.values().stream().mapToDouble(cell -> cell[1]).sum();
            all[0] += predicted;
            all[1] += there;
            rows.add(new LockRow(type, Observation.ALL, pair(predicted, there)));
            modes.forEach((mode, cell) -> rows.add(new LockRow(type, mode, pair(cell[0], cell[1]))));
        });
        rows.add(new LockRow(Observation.ALL, Observation.ALL, pair(all[0], all[1])));
        return rows;
    }

    private static double[] cell(Map<String, Map<String, double[]>> cells, LockUse use) {
        return cells.computeIfAbsent(use.type(), ignored -> new LinkedHashMap<>()).computeIfAbsent(use.mode(), ignored -> new double[2]);
    }

    /** By type, the predicted ones first. */
    static List<CallRow> calls(List<List<LockCalls>> replications, List<LockCalls> actual) {
        Map<String, LockCalls> there = new LinkedHashMap<>();
        List<String> types = new ArrayList<>();
        replications.forEach(calls -> calls.stream().map(LockCalls::type).filter(type -> !types.contains(type)).forEach(types::add));
        for (LockCalls calls : actual) {
            there.put(calls.type(), calls);
            if (!types.contains(calls.type())) {
                types.add(calls.type());
            }
        }
        return types.stream().map(type -> new CallRow(type,
                pair(mean(replications, type, LockCalls::requests), there.containsKey(type) ? there.get(type).requests() : 0),
                pair(mean(replications, type, LockCalls::holders), there.containsKey(type) ? there.get(type).holders() : 0))).toList();
    }

    private static double mean(List<List<LockCalls>> replications, String type, ToLongFunction<LockCalls> figure) {
        return (double) replications.stream().flatMap(List::stream).filter(calls -> calls.type().equals(type)).mapToLong(figure).sum()
                / replications.size();
    }

    private static Pair pair(double predicted, double actual) {
        return Pair.of(OptionalDouble.of(predicted), OptionalDouble.of(actual));
    }
}
