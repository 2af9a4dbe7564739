// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Severity;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

class AdviseScenarioTest {

    private final QuorateApp app = new QuorateApp(2);
    private final AdviseScenario advise = app.adviseScenario();

    private ScenarioDocument sample(String name) {
        return ScenarioReader.read(name, app.samples().scenario(name)).document().orElseThrow();
    }

    /** What is said of the samples without a run, each read by a person and found worth saying. */
    @ParameterizedTest
    @CsvSource({"web-sessions, create-race php-sessions", "web-uploads, heartbeat-multipath", "maildir, ''",
        "vm-images, fencing heartbeat-multipath resource-groups", "log-append, volatile-cache",
        "video-sequential, heartbeat-multipath resource-groups", "backup-scan, backup-node"})
    void theSamplesGetNoSillyAdvice(String name, String rules) {
        assertEquals(rules, String.join(" ", advise.advise(sample(name).scenario()).findings().stream().map(Finding::rule).toList()));
    }

    @Test
    void everyQuickFixOfTheSamplesGivesAValidScenarioAndKeepsItsComments() {
        for (String name : app.samples().names()) {
            ScenarioDocument document = sample(name);
            List<Finding> findings = advise.advise(document.scenario()).findings();
            ScenarioReading fixed = advise.fix(document, findings);
            assertEquals(List.of(), fixed.problems(), name);
            ScenarioDocument after = fixed.document().orElseThrow();
            assertEquals(comments(document.text()), comments(after.text()), name);
            long left = advise.advise(after.scenario()).findings().stream().filter(finding -> finding.fix().isPresent()).count();
            assertEquals(0, left, name);
        }
    }

    private static List<String> comments(String text) {
        return text.lines().filter(line -> line.contains("#")).map(line -> line.substring(line.indexOf('#'))).toList();
    }

    @Test
    void aScenarioThatNamesNoFileSystemsGetsThemWrittenBeforeOneIsChanged() {
        ScenarioDocument document = sample("log-append");
        assertFalse(document.has("fileSystems"));
        ScenarioDocument fixed = advise.fix(document, advise.advise(document.scenario()).findings()).document().orElseThrow();
        assertTrue(fixed.text().contains("fileSystems:\n  - type: ocfs2\n    barrier: true\n  - type: gfs2\n  - type: ext4\n"), fixed.text());
        assertEquals(document.scenario().fileSystems().subList(1, 3), fixed.scenario().fileSystems().subList(1, 3));
        assertTrue(fixed.scenario().fileSystems().get(0).barrier());
    }

    @Test
    void fixesThatContradictEachOtherAreRefused() {
        List<Finding> findings = new ArrayList<>();
        Stream.of("4", "5").forEach(slots -> findings.add(new Finding("a-rule", Severity.HINT, "Title", "Words.", List.of(), "fileSystems[0].slots",
                Optional.of(QuickFix.of("more", "fileSystems[0].slots", slots)))));
        ScenarioDocument document = sample("web-sessions");
        String message = assertThrows(IllegalArgumentException.class, () -> advise.fix(document, findings)).getMessage();
        assertEquals("two fixes contradict each other: fileSystems[0].slots: 4 and fileSystems[0].slots: 5", message);
        assertTrue(advise.fix(document, findings.subList(1, 2)).document().isPresent());
        assertEquals(document.text(), advise.fix(document, List.of()).document().orElseThrow().text());
    }

    @Test
    void aRunAsksEveryRule() throws IOException {
        ScenarioDocument small = app.validateScenario().read(Path.of("src/test/resources/org/quorate/app/small.yaml")).document().orElseThrow();
        var advice = advise.advise(small.scenario(), new StudyOptions(java.util.OptionalLong.empty(), java.util.OptionalInt.of(2)), new Progress() {
            @Override
            public void report(int done, int total, String message) {
                assertTrue(done <= total);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });
        assertEquals(List.of(), advice.skipped());
        assertEquals(2, advice.origin().orElseThrow().replications());
        assertTrue(advice.findings().stream().anyMatch(finding -> finding.rule().equals("fencing")), "GFS2 has none");
    }
}
