// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Operation;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

/** Scenarios for tests, as YAML, and short ways to their figures. */
public final class Scenarios {

    private Scenarios() {
    }

    /**
     * A cluster of so many nodes with all contenders, those without locks on one node only; {@code workload} is the YAML below
     * {@code workload:}.
     */
    public static Scenario of(int nodes, String workload) {
        return of(nodes, workload, "");
    }

    /** As {@link #of(int, String)}, with more keys for each contender, as {@code ", key: value"}. */
    public static Scenario of(int nodes, String workload, String options) {
        return of(nodes, workload, options, "6.1");
    }

    /** As {@link #of(int, String, String)}, on another kernel than Debian 12's. */
    public static Scenario of(int nodes, String workload, String options, String kernel) {
        StringBuilder yaml = new StringBuilder("schemaVersion: 1\nname: test\ntitle: Test\ncluster:\n  name: test\n  os: debian-12\n")
                .append("  kernel: \"" + kernel + "\"\n  nodes:\n");
        for (int i = 1; i <= nodes; i++) {
            yaml.append("    - {name: n%d, address: 10.0.0.%d, cores: 2, memory: 8 GiB}\n".formatted(i, i));
        }
        yaml.append("lun: {name: fs, size: 100 GiB, device: nvme}\nmountPoint: /mnt/fs\nfileSystems:\n")
                .append(("  - {type: ocfs2, slots: 16%s}\n  - {type: gfs2, journals: 16%s}\n  - {type: ext4%s}\n  - {type: xfs%s}\n"
                        + "  - {type: ocfs2, label: ocfs2-pcmk, stack: pcmk, slots: 16%s}\n")
                        .formatted(options, options, options, options, options))
                .append(nodes > 1 ? "" : "  - {type: ocfs2, label: ocfs2-local, stack: local%s}\n".formatted(options)
                        + "  - {type: gfs2, label: gfs2-nolock, protocol: lock_nolock%s}\n".formatted(options))
                .append("workload:\n").append(workload.indent(2));
        return read("test.yaml", yaml.toString());
    }

    /** A sample model of the project. */
    public static Scenario sample(String name) {
        Path file = Path.of("..", "..", "sample-models", name, "scenario.yaml");
        try {
            return read(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(String name, String yaml) {
        ScenarioReading reading = ScenarioReader.read(name, yaml);
        return reading.document().orElseThrow(() -> new IllegalArgumentException(reading.problems().toString())).scenario();
    }

    public static RunResult run(Scenario scenario, String contender) {
        return run(scenario, contender, 0);
    }

    public static RunResult run(Scenario scenario, String contender, int replication) {
        FileSystemSpec spec = scenario.fileSystems().stream().filter(f -> f.label().equals(contender)).findFirst().orElseThrow();
        return ClusterRun.run(new RunRequest(scenario, spec, replication), () -> false);
    }

    public static PhaseResult phase(RunResult run, String name) {
        return run.phases().stream().filter(p -> p.phase().equals(name)).findFirst().orElseThrow();
    }

    /** Lock messages an operation, acknowledgements aside. */
    public static double messages(PhaseResult phase) {
        return phase.messages().stream().filter(m -> !m.acknowledgement()).mapToLong(MessageCount::count).sum()
                / (double) phase.operationsTotal();
    }

    /** Payload bytes an operation, acknowledgements included. */
    public static double bytes(PhaseResult phase) {
        return phase.messages().stream().mapToLong(MessageCount::bytes).sum() / (double) phase.operationsTotal();
    }

    /** Mount options, for {@link #of(int, String, String)}. */
    public static String options(SplittableRandom random) {
        return List.of("", ", noatime: false", ", strictatime: true").get(random.nextInt(3)) + ", securityLabels: " + random.nextBoolean();
    }

    /** One of the sets a (shared), b (tree), c (each), d (made on use) that an operation can be done on. */
    public static String setFor(Operation operation, SplittableRandom random) {
        List<String> sets = switch (operation) {
            case RMDIR -> List.of("c");
            case MOVE -> List.of("b", "c");
            default -> List.of("a", "b", "c", "d");
        };
        return sets.get(random.nextInt(sets.size()));
    }
}
