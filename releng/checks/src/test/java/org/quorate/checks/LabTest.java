// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cluster in a box stays in its box. What its nodes do is seen by running it (releng/lab/lab). */
class LabTest {

    private final Checkout checkout = Checkout.here();

    /** Root's own configuration of ssh, an open connection and a forwarded agent lead to real machines, past every namespace. */
    @Test
    void sshInTheBoxKnowsNothingOfThisMachines() throws Exception {
        Program namespaces = Program.run(checkout.root(), Map.of(),
                List.of("unshare", "--net", "--pid", "--mount", "--fork", "true"));
        assertEquals(0, namespaces.code(), "no namespaces here, so no lab either: " + namespaces.err());
        assertPasses("releng/lab/test-box");
    }

    @Test
    void anInterruptEndsAllThatACheckHasStarted() throws Exception {
        assertPasses("releng/lab/test-interrupt");
    }

    @Test
    void aCheckPassesByWhatItSawAndLeavesNothingWhenItFails() throws Exception {
        assertPasses("releng/lab/test-checks");
    }

    @Test
    void aFailuresTableSaysWhatThePredictionAndTheLogsSay() throws Exception {
        assertPasses("releng/lab/test-failures");
    }

    @Test
    void aWorkloadDoesWhatItsPlanSaysOrIsRefusedByName() throws Exception {
        assertPasses("releng/lab/test-workload");
    }

    @Test
    void aMeasurementRunsItsPhasesOnAllNodesAndMakesItsTables() throws Exception {
        assertPasses("releng/lab/test-measure");
    }

    @Test
    void everyResultThatIsKeptIsOneThatTheProgramKnows() throws Exception {
        Path results = checkout.root().resolve("releng/lab/results");
        try (Stream<Path> folders = Files.list(results)) {
            assertEquals(folders.filter(folder -> Files.exists(folder.resolve("truth.csv"))).map(folder -> folder.getFileName().toString()).sorted().toList(),
                    Files.readAllLines(results.resolve("index")).stream().sorted().toList());
        }
    }

    private void assertPasses(String script) throws Exception {
        Program test = Program.run(checkout.root(), Map.of(), List.of(script));
        assertEquals("", test.err());
        assertEquals(0, test.code());
    }
}
