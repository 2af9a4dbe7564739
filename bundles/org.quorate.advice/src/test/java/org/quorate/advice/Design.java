// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.quorate.cluster.ClusterRun;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.study.ComparisonStudy;
import org.quorate.study.result.Comparison;

/**
 * The calm scenario with some changes.
 *
 * @param document a valid one
 */
record Design(ScenarioDocument document) {

    static Design calm() {
        try (InputStream in = Design.class.getResourceAsStream("calm.yaml")) {
            return new Design(valid(ScenarioReader.read("calm.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Edits as {@code path=value}, or {@code path=} to leave the field out; several are separated by {@code |}. */
    Design with(String edits) {
        ScenarioDocument edited = document;
        for (String edit : edits.isBlank() ? List.<String>of() : List.of(edits.strip().split("\\s*\\|\\s*"))) {
            int equals = edit.indexOf('=');
            String path = edit.substring(0, equals);
            String value = edit.substring(equals + 1);
            edited = valid(value.isEmpty() ? edited.removeItem(path) : edited.with(path, value));
        }
        return new Design(edited);
    }

    /** As a caller applies it. */
    Design with(QuickFix fix) {
        ScenarioDocument edited = document;
        for (QuickFix.Change change : fix.changes()) {
            if (change.value().isPresent()) {
                edited = valid(edited.with(change.path(), change.value().get()));
            } else if (edited.has(change.path())) {
                edited = valid(edited.removeItem(change.path()));
            }
        }
        return new Design(edited);
    }

    private static ScenarioDocument valid(ScenarioReading reading) {
        return reading.document().orElseThrow(() -> new AssertionError(reading.problems().toString()));
    }

    /** What all rules say without a run. */
    List<Finding> findings() {
        return new Adviser().advise(document.scenario(), Optional.empty()).findings();
    }

    /** What the rule says without a run. */
    List<Finding> findings(String rule) {
        return findings().stream().filter(finding -> finding.rule().equals(rule)).toList();
    }

    /** What the rule says to a run. */
    List<Finding> findingsOfRun(String rule) {
        return new Adviser().advise(document.scenario(), Optional.of(run())).findings().stream()
                .filter(finding -> finding.rule().equals(rule)).toList();
    }

    Comparison run() {
        return new ComparisonStudy(ClusterRun::run, KernelProfiles::named, 2, "test", () -> 0).compare(document.scenario(), (done, total, message) -> {
            // nobody watches
        }, () -> false);
    }
}
