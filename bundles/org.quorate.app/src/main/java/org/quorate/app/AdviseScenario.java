// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quorate.advice.Advice;
import org.quorate.advice.Adviser;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.RuleInfo;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.FileSystemKind;

/** Judges a scenario by rules, and changes it as they propose. Thread-safe. */
public final class AdviseScenario {

    private static final String FILE_SYSTEMS = "fileSystems";

    private final CompareScenario compare;
    private final Adviser adviser = new Adviser();

    AdviseScenario(CompareScenario compare) {
        this.compare = compare;
    }

    /** What is known of the rules, the gravest first. */
    public List<RuleInfo> rules() {
        return adviser.rules();
    }

    /** Asks the rules that need no run; takes a millisecond. */
    public Advice advise(Scenario scenario) {
        return adviser.advise(scenario, Optional.empty());
    }

    /** Asks all rules about the scenario and a comparison of it; takes milliseconds. */
    public Advice advise(Scenario scenario, Comparison comparison) {
        return adviser.advise(scenario, Optional.of(comparison));
    }

    /**
     * Compares the file systems of the scenario, and asks all rules; takes seconds to minutes.
     *
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed, which is an error of the program
     */
    public Advice advise(Scenario scenario, StudyOptions options, Progress progress) {
        return advise(scenario, compare.compare(scenario, options, progress));
    }

    /**
     * The scenario with the quick fixes of some findings; comments and order of everything else stay. Findings without one change
     * nothing.
     *
     * @param findings of rules that saw this document's scenario
     * @return the changed document, or problems if the fixes together give no valid scenario
     * @throws IllegalArgumentException if two of them want different values of one field; the message says which
     */
    public ScenarioReading fix(ScenarioDocument document, List<Finding> findings) {
        List<QuickFix.Change> changes = findings.stream().flatMap(finding -> finding.fix().stream())
                .flatMap(fix -> fix.changes().stream()).distinct().toList();
        Map<String, QuickFix.Change> byPath = new HashMap<>();
        for (QuickFix.Change change : changes) {
            QuickFix.Change other = byPath.putIfAbsent(change.path(), change);
            if (other != null) {
                throw new IllegalArgumentException("two fixes contradict each other: " + other.line() + " and " + change.line());
            }
        }
        boolean unwritten = changes.stream().anyMatch(change -> change.path().startsWith(FILE_SYSTEMS)) && !document.has(FILE_SYSTEMS);
        ScenarioReading reading = unwritten ? written(document) : ScenarioReader.read(document.fileName(), document.text());
        for (QuickFix.Change change : changes) {
            Optional<ScenarioDocument> current = reading.document();
            if (current.isPresent()) {
                reading = changed(current.get(), change).orElse(reading);
            }
        }
        return reading;
    }

    /** Nothing if there is nothing to do. */
    private static Optional<ScenarioReading> changed(ScenarioDocument document, QuickFix.Change change) {
        if (change.value().isPresent()) {
            return Optional.of(document.with(change.path(), change.value().get()));
        }
        return document.has(change.path()) ? Optional.of(document.removeItem(change.path())) : Optional.empty();
    }

    /** A scenario that does not say which file systems are compared has the usual ones: they must stand there to be changed. */
    private static ScenarioReading written(ScenarioDocument document) {
        ScenarioReading reading = ScenarioReader.read(document.fileName(), document.text());
        for (FileSystemSpec spec : document.scenario().fileSystems()) {
            String type = FileSystemKind.of(spec).name().toLowerCase(Locale.ROOT);
            reading = reading.document().orElseThrow().insertItem(FILE_SYSTEMS, "type: " + type);
        }
        return reading;
    }
}
