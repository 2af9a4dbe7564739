// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.quorate.app.StudyOptions;
import org.quorate.model.Scenario;
import org.quorate.model.StudySettings;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.study.sweep.SweepPlan;
import org.quorate.ui.Messages;
import org.quorate.ui.form.FieldTitles;

/** Questions for fields of a scenario and for their values, which several studies ask. Immutable, thread-safe. */
final class FieldQuestions {

    static final String REPLICATIONS = "replications";
    static final String SEED = "seed";

    /** Longer numbers are refused like all that are too large. */
    private static final int MOST_DIGITS = 9;

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
        return Question.choiceOrText(key, title, choices, field, field.isBlank() ? StudyMessages.Study_optional : meaning(field));
    }

    private String meaning(String field) {
        return fields.find(field.strip()).map(known -> Messages.bind(StudyMessages.Study_now, known.title(), known.now())).orElse("");
    }

    Question values(String key, String title, String field, Map<String, String> entered) {
        return Question.text(key, title, entered.containsKey(key) ? entered.get(key) : fields.values(field.strip()), StudyMessages.Study_values_hint);
    }

    Question replications(Map<String, String> entered) {
        return Question.text(REPLICATIONS, StudyMessages.Study_replications, entered.getOrDefault(REPLICATIONS,
                String.valueOf(document.scenario().study().replications())), StudyMessages.Study_replications_hint);
    }

    Question seed(Map<String, String> entered) {
        return Question.text(SEED, StudyMessages.Study_seed, entered.getOrDefault(SEED, String.valueOf(document.scenario().study().seed())), "");
    }

    /** The answers to both; what is left empty, or is as the scenario says, is taken from there. Says beside each what is wrong with it. */
    Optional<StudyOptions> runs(Checks checks, Map<String, String> answers) {
        StudySettings own = document.scenario().study();
        Optional<StudyOptions> replications = checks.ask(REPLICATIONS, () -> {
            String text = answers.get(REPLICATIONS).strip();
            return new StudyOptions(OptionalLong.empty(), text.isEmpty() || text.equals(String.valueOf(own.replications()))
                    ? OptionalInt.empty() : OptionalInt.of((int) whole(text, Messages.bind(StudyMessages.Study_replications_allowed,
                            StudyOptions.LEAST_REPLICATIONS, StudyOptions.MOST_REPLICATIONS), MOST_DIGITS)));
        });
        Optional<OptionalLong> seed = checks.ask(SEED, () -> {
            String text = answers.get(SEED).strip();
            return text.isEmpty() || text.equals(String.valueOf(own.seed())) ? OptionalLong.empty()
                    : OptionalLong.of(seed(text));
        });
        return replications.flatMap(runs -> seed.map(number -> new StudyOptions(number, runs.replications())));
    }

    private static long seed(String text) {
        try {
            return new StudyOptions(OptionalLong.of(Long.parseLong(text)), OptionalInt.empty()).seed().orElseThrow();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Messages.bind(StudyMessages.Study_seed_allowed, Long.MAX_VALUE), e);
        }
    }

    private static long whole(String text, String allowed, int digits) {
        if (!text.matches("[0-9]{1," + digits + "}")) {
            throw new IllegalArgumentException(allowed);
        }
        return Long.parseLong(text);
    }

    /** The options of a command that give the same runs. */
    static List<String> again(Scenario base) {
        return List.of("--seed", String.valueOf(base.study().seed()), "--replications", String.valueOf(base.study().replications()));
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
        String product = plan.fields().size() < 2 ? ""
                : plan.fields().stream().map(field -> String.valueOf(field.values().size())).collect(Collectors.joining(" × ", " (", ")"));
        List<String> lines = new ArrayList<>();
        lines.add(Messages.bind(StudyMessages.Study_points, new Object[] {plan.points().size(), product,
                plan.base().fileSystems().size(), plan.base().study().replications()}));
        lines.addAll(plan.notes());
        return String.join("\n", lines);
    }
}
