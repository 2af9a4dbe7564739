// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Phase;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.map.MapFigure;
import org.quorate.study.map.MapPlan;
import org.quorate.study.text.Titles;
import org.quorate.ui.Messages;

/** Questions for two file systems and for the figure that they are compared by, which several studies ask. Immutable, thread-safe. */
final class ContenderQuestions {

    static final String FIGURE = "figure";
    static final String BETWEEN = "between";

    private final ScenarioDocument document;
    private final Map<String, List<String>> pairs = new LinkedHashMap<>();

    ContenderQuestions(ScenarioDocument document) {
        this.document = document;
        List<FileSystemSpec> shared = document.scenario().clusteredFileSystems();
        // The question that people have comes first: OCFS2 or GFS2?
        List<FileSystemSpec> ordered = Stream.of(shared.stream().filter(Ocfs2Spec.class::isInstance),
                shared.stream().filter(Gfs2Spec.class::isInstance), shared.stream()).flatMap(some -> some).distinct().toList();
        for (int i = 0; i < ordered.size(); i++) {
            for (FileSystemSpec other : ordered.subList(i + 1, ordered.size())) {
                List<String> pair = List.of(ordered.get(i).label(), other.label());
                pairs.put(Messages.bind(StudyMessages.Study_pair, pair.get(0), pair.get(1)), pair);
            }
        }
    }

    Question figure(Map<String, String> entered) {
        return Question.choiceOrText(FIGURE, StudyMessages.Study_figure, figures(), entered.getOrDefault(FIGURE, MapFigure.MIX),
                StudyMessages.Study_figure_hint);
    }

    private List<String> figures() {
        List<String> figures = new ArrayList<>(List.of(MapFigure.MIX, "lock memory"));
        document.scenario().workload().phases().stream().filter(Phase::measured).forEach(phase -> phase.mix().stream()
                .map(share -> Titles.of(share.operation())).distinct()
                .forEach(operation -> figures.add("p99 " + operation + " in " + phase.name())));
        return figures;
    }

    Question between(Map<String, String> entered) {
        List<String> choices = List.copyOf(pairs.keySet());
        return Question.choice(BETWEEN, StudyMessages.Study_between, choices, entered.getOrDefault(BETWEEN, choices.isEmpty() ? "" : choices.get(0)),
                "");
    }

    /** The labels of the two; empty if there are not two. */
    List<String> pair(Map<String, String> answers) {
        return pairs.getOrDefault(answers.get(BETWEEN), List.of());
    }

    /** Says beside the answers what is wrong with them. */
    void check(Checks checks, Map<String, String> answers) {
        checks.ask(FIGURE, () -> MapFigure.of(document.scenario(), answers.get(FIGURE)));
        checks.ask(BETWEEN, () -> MapPlan.contenders(document.scenario(), pair(answers)));
    }
}
