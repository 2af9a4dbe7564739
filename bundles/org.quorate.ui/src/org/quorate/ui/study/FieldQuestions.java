// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.sweep.SweepPlan;
import org.quorate.ui.Messages;
import org.quorate.ui.form.FieldTitles;

/** Questions for fields of a scenario and for their values, which several studies ask. Immutable, thread-safe. */
final class FieldQuestions {

    private final ScenarioDocument document;
    private final NumericFields fields;

    FieldQuestions(ScenarioDocument document, FieldTitles titles) {
        this.document = document;
        fields = new NumericFields(document, titles);
    }

    /** The field that a study takes if nobody says otherwise. */
    String usual() {
        return fields.usual();
    }

    NumericFields numeric() {
        return fields;
    }

    Question field(String key, String title, String field) {
        return Question.choiceOrText(key, title, fields.paths(), field, meaning(field));
    }

    /** One that may be left out. */
    Question optionalField(String key, String title, String field) {
        List<String> choices = Stream.concat(Stream.of(""), fields.paths().stream()).toList();
        return Question.choiceOrText(key, title, choices, field, field.isBlank() ? Messages.Study_optional : meaning(field));
    }

    private String meaning(String field) {
        return fields.find(field.strip()).map(known -> Messages.bind(Messages.Study_now, known.title(), known.now())).orElse("");
    }

    Question values(String key, String title, String field, Map<String, String> entered) {
        return Question.text(key, title, entered.containsKey(key) ? entered.get(key) : fields.values(field.strip()), Messages.Study_values_hint);
    }

    Question replications(String key, Map<String, String> entered) {
        String own = String.valueOf(document.scenario().study().replications());
        return Question.text(key, Messages.Study_replications, entered.getOrDefault(key, own), Messages.Study_replications_hint);
    }

    /** As studies read a field with its values. */
    static String variation(Map<String, String> answers, String field, String values) {
        return answers.get(field).strip() + "=" + answers.get(values).strip();
    }

    /** Says beside the values what is wrong with one field alone. */
    void check(Checks checks, String key, String variation, BooleanSupplier cancelled) {
        checks.ask(key, () -> fields.plan(variation, cancelled));
    }

    /** How much a study over points is. */
    static String summary(SweepPlan plan) {
        String product = plan.fields().stream().map(field -> String.valueOf(field.values().size())).collect(Collectors.joining(" × "));
        List<String> lines = new ArrayList<>();
        lines.add(Messages.bind(Messages.Study_points, new Object[] {plan.points().size(), product,
                plan.base().fileSystems().size(), plan.base().study().replications()}));
        lines.addAll(plan.notes());
        return String.join("\n", lines);
    }
}
