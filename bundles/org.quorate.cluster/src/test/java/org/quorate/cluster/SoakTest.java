// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.Operation;

/**
 * Random mixes on 1 to 8 nodes: every phase ends, and at the end of each the file system checks itself that no two nodes use what
 * only one may use.
 */
class SoakTest {

    private static final int PHASES = 12;

    private static String workload(SplittableRandom random) {
        StringBuilder yaml = new StringBuilder("fileSets:\n  - {name: a, files: %d, size: 3 KiB, layout: shared}\n".formatted(
                random.nextInt(1, 20)))
                .append("  - {name: b, files: %d, size: 30 KiB, layout: tree, directories: 3}\n".formatted(random.nextInt(1, 50)))
                .append("  - {name: c, files: 3, in: a, layout: each}\n  - {name: d, in: b, files: 5, made: on-use}\nphases:\n");
        for (int phase = 0; phase < PHASES; phase++) {
            yaml.append("  - name: p%d\n    closed: {threads: %d}\n    operationsPerThread: %d\n".formatted(phase,
                    random.nextInt(1, 6), random.nextInt(3, 25)));
            yaml.append(random.nextInt(4) == 0 ? "    dropCaches: true\n" : "").append(random.nextInt(3) == 0 ? "    syncAfter: true\n" : "");
            yaml.append("    mix:\n");
            for (Operation operation : Operation.values()) {
                if (random.nextBoolean() || operation == Operation.STAT) {
                    yaml.append("      - {operation: %s, weight: %d, fileSet: %s%s%s}\n".formatted(
                            operation.name().toLowerCase(Locale.ROOT), random.nextInt(1, 5), Scenarios.setFor(operation, random),
                            access(operation, random), size(operation, random)));
                }
            }
        }
        return yaml.toString();
    }

    private static String access(Operation operation, SplittableRandom random) {
        if (operation == Operation.CREATE || operation == Operation.MKDIR) {
            return "";
        }
        List<String> accesses = operation == Operation.UNLINK ? List.of("own", "next") : List.of("own", "next", "any", "first");
        return ", access: " + accesses.get(random.nextInt(accesses.size()));
    }

    private static String size(Operation operation, SplittableRandom random) {
        return switch (operation) {
            case READ, WRITE, APPEND -> ", size: " + random.nextInt(1, 20000) + " B, keepOpen: " + random.nextBoolean();
            case CREATE, SESSION -> ", size: " + random.nextInt(1, 20000) + " B";
            case FLOCK, FCNTL -> ", keepOpen: " + random.nextBoolean();
            default -> "";
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocfs2", "ocfs2-pcmk", "gfs2"})
    void randomMixesEndAndNeverShareWhatIsExclusive(String contender) {
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RunResult run = Scenarios.run(Scenarios.of(random.nextInt(1, 9), workload(random), Scenarios.options(random)), contender);
            assertEquals(PHASES, run.phases().size(), "seed " + seed);
        }
    }
}
