// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.sweep.SweepPoint;
import org.quorate.study.sweep.SweepSettings;
import org.quorate.study.sweep.VariedScenario;

/** Makes the scenario of one point of a sweep, a map or a search, to be looked at by itself. Thread-safe. */
public final class ScenarioOfPoint {

    ScenarioOfPoint() {
    }

    /** What a point is called: {@code threads = 4, nodes = 8}. */
    public String name(List<SweepField> fields, List<String> values) {
        return SweepPoint.name(fields, values);
    }

    /**
     * The scenario with the values of the point. Comments and all other text stay; the title names the point where there is room.
     *
     * @param fields  that the study varied
     * @param values  of the point, one a field
     * @param options that the study was made with
     * @throws IllegalArgumentException if the scenario does not allow the values, which no point of a study has
     */
    public ScenarioDocument document(ScenarioDocument document, List<SweepField> fields, List<String> values, StudyOptions options) {
        List<String> settings = IntStream.range(0, fields.size()).mapToObj(i -> fields.get(i).path() + "=" + values.get(i)).toList();
        ScenarioDocument point = VariedScenario.with(document, settings);
        Map<String, String> runs = new LinkedHashMap<>();
        options.seed().ifPresent(seed -> runs.put(SweepSettings.SEED, Long.toString(seed)));
        options.replications().ifPresent(number -> runs.put(SweepSettings.REPLICATIONS, Integer.toString(number)));
        ScenarioDocument made = runs.isEmpty() ? point : point.with(runs).document().orElse(point);
        return made.with("title", document.scenario().title() + " (" + name(fields, values) + ")").document().orElse(made);
    }
}
