// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.study.io.ComparisonJson;
import org.quorate.study.result.Comparison;

class UseCaseTest {

    private static final Path SAMPLE = Path.of("src/test/resources/org/quorate/app/small.yaml");
    private static final StudyOptions TWICE = new StudyOptions(OptionalLong.of(42), OptionalInt.of(2));

    /** Tells nothing, and is cancelled or not. */
    private record Silent(boolean isCancelled) implements Progress {
        @Override
        public void report(int done, int total, String message) {
            assertTrue(done <= total);
        }
    }

    private static Scenario sample(QuorateApp app) throws IOException {
        return app.validateScenario().read(SAMPLE).document().orElseThrow().scenario();
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<version>" + Version.ofBuild().text() + "</version>"), Version.ofBuild().text());
    }

    @Test
    void optionsReplaceTheScenariosSettings() throws IOException {
        Scenario scenario = sample(new QuorateApp(1));
        assertEquals(scenario, StudyOptions.NONE.applyTo(scenario));
        assertEquals(42, TWICE.applyTo(scenario).study().seed());
        assertEquals(2, TWICE.applyTo(scenario).study().replications());
        assertEquals(scenario.study().confidence(), TWICE.applyTo(scenario).study().confidence());
        assertThrows(IllegalArgumentException.class, () -> new StudyOptions(OptionalLong.empty(), OptionalInt.of(1)));
        assertThrows(IllegalArgumentException.class, () -> new StudyOptions(OptionalLong.empty(), OptionalInt.of(1001)));
    }

    private static StudyOptions options(int replications, double precision, int most, int seconds) {
        return new StudyOptions(OptionalLong.empty(), replications == 0 ? OptionalInt.empty() : OptionalInt.of(replications),
                precision == 0 ? OptionalDouble.empty() : OptionalDouble.of(precision),
                most == 0 ? OptionalInt.empty() : OptionalInt.of(most),
                seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
    }

    @Test
    void aPrecisionOrATimeBudgetMayBeWantedBesideOrInsteadOfTheScenarios() throws IOException {
        Scenario scenario = sample(new QuorateApp(1));
        Scenario precise = options(0, 0.05, 0, 0).applyTo(scenario);
        assertEquals(OptionalDouble.of(0.05), precise.study().precision());
        assertEquals(100, precise.study().maxReplications());
        // A number alone is the number, so that any result can be had again.
        assertFalse(options(7, 0, 0, 0).applyTo(precise).study().sequential());
        assertEquals(7, options(7, 0.1, 0, 0).applyTo(precise).study().replications());
        assertEquals(OptionalDouble.of(0.1), options(7, 0.1, 0, 0).applyTo(precise).study().precision());
        assertEquals(OptionalDouble.of(0.05), options(0, 0, 0, 9).applyTo(precise).study().precision());
        assertEquals(20, options(0, 0, 20, 0).applyTo(precise).study().maxReplications());
        assertEquals(300, options(300, 0.1, 0, 0).applyTo(precise).study().maxReplications());
        assertThrows(IllegalArgumentException.class, () -> options(0, 0, 20, 0).check(scenario));
        assertThrows(IllegalArgumentException.class, () -> options(7, 0, 20, 0).check(precise));
        assertThrows(IllegalArgumentException.class, () -> options(30, 0.1, 20, 0));
        assertThrows(IllegalArgumentException.class, () -> options(0, 0.6, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> options(0, 0, 9, 9));
    }

    @Test
    void theSameBytesOnAnyNumberOfThreads() throws IOException {
        QuorateApp one = new QuorateApp(1);
        QuorateApp three = new QuorateApp(3);
        Comparison first = one.compareScenario().compare(sample(one), TWICE, new Silent(false));
        Comparison second = three.compareScenario().compare(sample(three), TWICE, new Silent(false));
        assertEquals(new ComparisonJson().write(first), new ComparisonJson().write(second));
        assertEquals(42, first.origin().seed());
        assertEquals(Version.ofBuild().text(), first.origin().quorateVersion());
        assertEquals(List.of("ocfs2", "gfs2", "local-ext4"),
                first.contenders().stream().map(contender -> contender.label()).toList());
        first.contenders().forEach(contender -> assertEquals(1, contender.phase("mixed").timeShares().values().stream()
                .mapToDouble(Double::doubleValue).sum(), 1e-9, contender.label()));
        assertEquals(List.of("ocfs2", "gfs2"), first.verdict().candidates());
        assertFalse(first.contender("gfs2").unsafe().isEmpty(), "there is no fencing");
    }

    @Test
    void aCancelledComparisonGivesNothing() throws IOException {
        QuorateApp app = new QuorateApp(2);
        Scenario scenario = sample(app);
        assertThrows(CancellationException.class,
                () -> app.compareScenario().compare(scenario, TWICE, new Silent(true)));
    }

    @Test
    void oneContenderAlone() throws IOException {
        QuorateApp app = new QuorateApp(2);
        Scenario scenario = sample(app);
        String label = scenario.fileSystems().get(0).label();
        Comparison result = app.simulateScenario().simulate(scenario, label, TWICE, new Silent(false));
        assertEquals(1, result.contenders().size());
        assertEquals(label, result.contenders().get(0).label());
        assertThrows(IllegalArgumentException.class,
                () -> app.simulateScenario().simulate(scenario, "none", TWICE, new Silent(false)));
    }

    @Test
    void whatIsNoTextIsRefusedBeforeItIsParsed() {
        ValidateScenario validate = new QuorateApp(1).validateScenario();
        IOException binary = assertThrows(IOException.class,
                () -> validate.read("x", new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, 'b'})));
        assertEquals("not UTF-8 text", binary.getMessage());
        assertThrows(IOException.class, () -> validate.read("endless", new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        }));
    }

    @Test
    void problemsKeepAFileFromBeingAScenario() throws IOException {
        var reading = new QuorateApp(1).validateScenario().read("bad.yaml",
                new ByteArrayInputStream("schemaVersion: 1\nnmae: x\n".getBytes(StandardCharsets.UTF_8)));
        assertTrue(reading.document().isEmpty());
        assertTrue(reading.problems().stream().anyMatch(p -> p.line() == 2 && p.message().contains("name")),
                reading.problems().toString());
    }
}
