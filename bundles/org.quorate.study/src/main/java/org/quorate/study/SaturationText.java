// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.cluster.result.StationUse;
import org.quorate.cluster.result.TimePart;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.text.Quantity;
import org.quorate.study.text.Titles;

/**
 * Says what holds up a contender that cannot carry the load: the part of its operations' time that is largest, and the resource
 * that is busiest beside it. The resource alone would mislead: where operations wait for locks, none is busy. Pure functions.
 */
public final class SaturationText {

    private SaturationText() {
    }

    /**
     * For example {@code ocfs2 cannot carry the load of phase steady: LUN queue is 80 % of the time of its operations; LUN is busy
     * 99 % of the time.}
     */
    static String of(ContenderSamples samples, String phase) {
        List<PhaseSample> replications = samples.phase(phase);
        String why = binding(TimeShares.of(replications), PhaseAnalysis.busiest(replications));
        return samples.label() + " cannot carry the load of phase " + phase + (why.isEmpty() ? "" : ": " + why) + ".";
    }

    /** For example {@code lock queue is 62 % of the time of its operations; LUN is busy 5 % of the time}; empty if neither is known. */
    public static String binding(PhaseFigures phase) {
        return binding(phase.timeShares(),
                phase.bindingStation().map(station -> new StationUse(station.station(), station.utilisation().mean())));
    }

    private static String binding(Map<TimePart, Double> shares, Optional<StationUse> busiest) {
        String time = shares.entrySet().stream().max(Map.Entry.comparingByValue()).map(most -> Titles.of(most.getKey()) + " is "
                + Quantity.percent(most.getValue()) + " of the time of its operations").orElse("");
        String resource = busiest.map(use -> use.name() + " is busy " + Quantity.percent(use.utilisation()) + " of the time").orElse("");
        return time + (time.isEmpty() || resource.isEmpty() ? "" : "; ") + resource;
    }
}
