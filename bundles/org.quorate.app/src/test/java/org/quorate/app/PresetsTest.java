// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.preset.WorkloadPresets;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.study.result.Comparison;

class PresetsTest {

    private static final StudyOptions TWICE = new StudyOptions(OptionalLong.empty(), OptionalInt.of(2));
    private static final QuorateApp APP = new QuorateApp(2);

    private static final Progress SILENT = Progress.silent(() -> false);

    static Stream<String> names() {
        return APP.presets().names().stream();
    }

    static Stream<String> own() {
        return WorkloadPresets.names().stream();
    }

    private static ScenarioReading read(String name, String text) throws IOException {
        return APP.validateScenario().read(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static ScenarioDocument document(String name) throws IOException {
        return read(name, APP.presets().scenario(name)).document().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyPresetIsAValidScenario(String name) throws IOException {
        assertEquals(List.of(), read(name, APP.presets().scenario(name)).problems());
        assertEquals(name, document(name).scenario().name());
    }

    /** A tenth of a second of each, with every operation of the mix on both file systems, or time alone that passes. */
    @ParameterizedTest
    @MethodSource("own")
    void everyPresetRunsOnBothFileSystems(String name) throws IOException {
        ScenarioDocument document = document(name);
        for (int i = 0; i < document.scenario().workload().phases().size(); i++) {
            document = document.with(Map.of("workload.phases[" + i + "].duration", "100 ms", "workload.phases[" + i + "].warmUp", "0 s"))
                    .document().orElseThrow();
        }
        Scenario scenario = document.scenario();
        for (Class<? extends FileSystemSpec> kind : List.of(Ocfs2Spec.class, Gfs2Spec.class)) {
            String label = scenario.fileSystems().stream().filter(kind::isInstance).findFirst().orElseThrow().label();
            Comparison comparison = APP.simulateScenario().simulate(scenario, label, TWICE, SILENT);
            comparison.contenders().get(0).phases().forEach(phase -> assertTrue(phase.throughput().mean() > 0, label + " " + phase.phase()));
        }
    }

    @ParameterizedTest
    @MethodSource("own")
    void everyPresetTellsItsSource(String name) {
        WorkloadPresets.Preset preset = WorkloadPresets.named(name);
        assertTrue(preset.source().length() > 5 && preset.source().length() < 110, preset.source());
        assertTrue(APP.presets().scenario(name).startsWith("# " + preset.title() + "\n#\n# Source: "), preset.title());
    }

    /** The figures of filebench's files, as they are published there. */
    @Test
    void thePersonalitiesOfFilebenchAreThePublishedOnes() throws IOException {
        assertEquals(Map.of(Operation.READ, 10.0, Operation.APPEND, 1.0), shares("filebench-webserver", 100, 1000, 16));
        assertEquals(Map.of(Operation.CREATE, 1.0, Operation.APPEND, 1.0, Operation.READ, 1.0, Operation.UNLINK, 1.0, Operation.STAT, 1.0),
                shares("filebench-fileserver", 50, 8000, 128));
        assertEquals(Map.of(Operation.UNLINK, 1.0, Operation.CREATE, 1.0, Operation.READ, 2.0, Operation.APPEND, 1.0),
                shares("filebench-varmail", 16, 800, 16));
        assertEquals(Map.of(Operation.UNLINK, 1.0, Operation.CREATE, 1.0, Operation.READ, 5.0), shares("filebench-webproxy", 100, 8000, 16));
        Phase video = document("filebench-videoserver").scenario().workload().phases().get(0);
        double read = video.mix().stream().filter(share -> share.operation() == Operation.READ)
                .mapToDouble(share -> share.weight() * share.size().mean().value()).sum();
        assertEquals(96 << 20, read, 1);
        assertEquals(384 + 102.4, ((Phase.Open) video.load()).operationsPerSecond(), 1e-9);
    }

    private static Map<Operation, Double> shares(String name, int threads, long files, long meanKib) throws IOException {
        Scenario scenario = document(name).scenario();
        Phase phase = scenario.workload().phases().get(0);
        assertEquals(threads, ((Phase.Closed) phase.load()).threads());
        assertEquals(files, scenario.workload().fileSets().get(0).files());
        assertEquals(meanKib << 10, scenario.workload().fileSets().get(0).size().mean().value());
        Map<Operation, Double> shares = new TreeMap<>();
        for (OperationShare share : phase.mix()) {
            shares.merge(share.operation(), share.weight(), Double::sum);
        }
        return shares;
    }

    @Test
    void aPresetIsPutBehindWhatAScenarioHas() throws IOException {
        ScenarioDocument mail = document("maildir");
        ScenarioDocument both = APP.presets().into("mdbox", mail).document().orElseThrow();
        assertEquals(List.of("delivery", "mixed", "mail"), both.scenario().workload().phases().stream().map(Phase::name).toList());
        assertEquals(4, both.scenario().workload().fileSets().size());
        assertEquals(mail.scenario().cluster(), both.scenario().cluster());
        assertEquals(Duration.ofSeconds(6), both.scenario().workload().phases().get(2).duration());
        assertTrue(both.text().contains("# to any mailbox: what one server writes, another reads"));
        // Nodes go by their places, and there must be enough of them.
        ScenarioDocument logs = APP.presets().into("maildir", document("log-append")).document().orElseThrow();
        assertEquals(List.of("app1", "app2"), logs.scenario().workload().phases().get(2).nodes());
        ScenarioDocument small = document("mdbox").removeItem("cluster.nodes[2]").document().orElseThrow();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> APP.presets().into("video-sequential", small)).getMessage()
                .contains("is for 4 nodes, the scenario has 2"));
    }

    /** The table of the documentation is that of the program. */
    @Test
    void theDocumentationListsThemAll() throws IOException {
        StringBuilder table = new StringBuilder("| preset | workload | source |\n| --- | --- | --- |\n");
        APP.presets().entries().forEach(entry -> table.append("| `").append(entry.name()).append("` | ").append(entry.title()).append(" | ")
                .append(entry.source()).append(" |\n"));
        String documentation = Files.readString(Path.of("../../docs/README.md"));
        assertTrue(documentation.contains(table), () -> "docs/README.md should have\n" + table);
    }
}
