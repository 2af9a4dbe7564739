// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.quorate.model.DeviceClass;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.PhaseFigures;

/** What was imported is part of a scenario that is valid, and that simulates. */
class ImportFileTest {

    private static final String SCENARIO = """
            # A comment that stays.
            schemaVersion: 1
            name: test
            title: Two nodes
            cluster:
              name: test
              os: ubuntu-22.04
              nodes:
                - {name: node1, address: 192.168.1.101}
                - {name: node2, address: 192.168.1.102}   # this one, too
            lun: {name: data, size: 1 TiB, device: sata-ssd}
            mountPoint: /data
            fileSystems:
              - {type: ocfs2, label: ocfs2}
            workload:
              fileSets:
                - {name: mail, files: 20, size: 4 KiB}  # a name that imports may want
              phases:
                - name: phase
                  duration: 100 ms
                  mix: [{operation: stat, fileSet: mail, access: any}]
            study: {seed: 1, replications: 2}
            """;

    /** Files that the real tools wrote; each folder has an ORIGIN.md. */
    private static final Path INTAKE = Path.of("../org.quorate.intake/src/test/resources/org/quorate/intake");

    private final QuorateApp app = new QuorateApp(1);

    /** Nobody watches, and nobody cancels. */
    private record Watching(boolean isCancelled) implements Progress {
        @Override
        public void report(int done, int total, String message) {
            assertTrue(done >= 0 && done <= total, done + " of " + total);
        }
    }

    private ImportedFile read(ImportKind kind, byte[] content) throws IOException {
        return app.importFile().read(kind, new ByteArrayInputStream(content), OptionalLong.of(content.length),
                new ImportOptions(2, Optional.empty()), new Watching(false));
    }

    private static ScenarioDocument scenario() {
        return ScenarioReader.read("scenario.yaml", SCENARIO).document().orElseThrow();
    }

    private static ScenarioDocument valid(ScenarioReading reading) {
        assertEquals(List.of(), reading.problems());
        return reading.document().orElseThrow();
    }

    private Comparison simulated(ScenarioDocument document) {
        return app.simulateScenario().simulate(document.scenario(), "ocfs2", new StudyOptions(OptionalLong.empty(), OptionalInt.of(2)),
                new Watching(false));
    }

    /** There are these phases, and in each of them operations are done and measured. */
    private static void assertWorks(Comparison comparison, String... names) {
        List<PhaseFigures> phases = comparison.contenders().get(0).phases();
        assertEquals(List.of(names), phases.stream().map(PhaseFigures::phase).toList());
        for (PhaseFigures phase : phases) {
            assertTrue(phase.throughput().mean() > 0, phase.phase());
            assertTrue(phase.operations().stream().anyMatch(figures -> figures.latency().isPresent()), phase.phase());
        }
    }

    @Test
    void aListingBecomesSetsThatPhasesCanUse() throws IOException {
        String listing = "900 /srv/mail/a/1\n1200 /srv/mail/b/2\n10 /srv/web/$(id)\n0 /srv/web/none\n";
        ImportedFile imported = read(ImportKind.FIND, listing.getBytes(StandardCharsets.UTF_8));
        ScenarioDocument with = valid(imported.into(scenario()));
        assertTrue(with.text().startsWith("# A comment that stays.\n") && with.text().contains("# this one, too"), with.text());
        assertEquals(3, with.items("workload.fileSets"));
        assertEquals("mail-2", with.scenario().workload().fileSets().get(1).name(), "the other name is taken");
        ScenarioDocument working = valid(with.insertItem("workload.phases",
                "name: more\nduration: 100 ms\nmix:\n  - {operation: read, fileSet: mail-2, access: any}\n  - {operation: stat, fileSet: web}"));
        assertWorks(simulated(working), "phase", "more");
        assertTrue(imported.fragment().startsWith("workload:\n  fileSets:\n    - name: mail\n"), imported.fragment());
    }

    @Test
    void aTraceBecomesAPhaseThatSimulates() throws IOException {
        ImportedFile imported = app.importFile().read(ImportKind.STRACE, INTAKE.resolve("strace/workers.log"),
                new ImportOptions(2, Optional.of("/srv/shared/d")), new Watching(false));
        Comparison comparison = simulated(valid(imported.into(scenario())));
        assertWorks(comparison, "phase", "trace");
    }

    @Test
    void jobsOfFioBecomePhasesThatSimulate() throws IOException {
        ImportedFile imported = app.importFile().read(ImportKind.FIO, INTAKE.resolve("fio/mixed.fio"), new ImportOptions(2, Optional.empty()),
                new Watching(false));
        Comparison comparison = simulated(valid(imported.into(scenario())));
        assertWorks(comparison, "phase", "seqread", "database", "names");
    }

    @Test
    void resultsOfFioMakeACustomDeviceThatSimulates() throws IOException {
        ImportedFile imported = app.importFile().read(ImportKind.FIO_JSON, INTAKE.resolve("fio/lun.json"),
                new ImportOptions(2, Optional.empty()), new Watching(false));
        ScenarioDocument with = valid(imported.into(scenario()));
        assertEquals(DeviceClass.CUSTOM, with.scenario().lun().device());
        assertEquals(scenario().scenario().lun().link(), with.scenario().lun().link(), "what was not measured stays");
        assertEquals(4, with.scenario().lun().queueDepth());
        assertWorks(simulated(with), "phase");
        assertNotEquals(scenario().scenario().lun().service(), with.scenario().lun().service(), "what was measured");
        assertTrue(imported.fragment().startsWith("lun:\n  service:\n    read: lognormal "), imported.fragment());
        ScenarioDocument again = valid(imported.into(with));
        assertEquals(with.text(), again.text());
    }

    @Test
    void whatTheLunCannotHoldIsAProblemOfTheScenario() throws IOException {
        ScenarioReading reading = read(ImportKind.FIND, "9000000000000 d/a\n".getBytes(StandardCharsets.UTF_8)).into(scenario());
        assertTrue(reading.document().isEmpty());
        assertTrue(reading.problems().get(0).message().contains("larger than the LUN"), reading.problems().toString());
    }

    @Test
    void cancelEndsIt() {
        byte[] listing = "1 d/a\n".getBytes(StandardCharsets.UTF_8);
        assertThrows(CancellationException.class, () -> app.importFile().read(ImportKind.FIND, new ByteArrayInputStream(listing),
                OptionalLong.empty(), new ImportOptions(2, Optional.empty()), new Watching(true)));
    }
}
