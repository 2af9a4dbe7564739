// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;

class ScenarioWriterTest {

    /** Reading undoes writing, for any scenario. */
    @Test
    void whatIsWrittenIsReadAsTheSame() {
        for (int seed = 0; seed < 1500; seed++) {
            Scenario scenario = new RandomScenario(seed).draw();
            String text = ScenarioWriter.write(scenario);
            ScenarioReading reading = ScenarioReader.read("seed" + seed, text);
            assertEquals(List.of(), reading.problems(), "seed " + seed);
            assertEquals(scenario, reading.document().orElseThrow().scenario(), "seed " + seed);
            assertEquals(text, ScenarioWriter.write(reading.document().orElseThrow().scenario()));
        }
    }

    @Test
    void isCanonicalAndReadable() throws IOException {
        String text = Files.readString(Path.of("../../sample-models/lab/five-rows/scenario.yaml"));
        String written = ScenarioWriter.write(ScenarioReader.read("s", text).document().orElseThrow().scenario());
        assertTrue(written.startsWith("""
                schemaVersion: 1
                name: lab-five-rows
                title: Five measured rows of the lab at two nodes
                cluster:
                  name: lab
                  os: debian-12
                  kernel: 6.1-uml
                  nodes:
                    - name: n1
                      address: 10.99.0.1
                      number: 1
                      cores: 1
                      memory: 1 GiB
                      pageCache: 768 MiB
                """), written);
        assertFalse(written.contains("#"));
        assertTrue(written.contains("lockTable: lab:fs\n"));
    }

    /** A file of the canonical form has every field that the catalog has, so that it can serve as a reference. */
    @Test
    void writesDefaultsToo() throws IOException {
        String text = Files.readString(Path.of("../../sample-models/web-sessions/scenario.yaml"));
        ScenarioDocument document = ScenarioReader.read("s", text).document().orElseThrow();
        String written = ScenarioWriter.write(document.scenario());
        for (FieldInfo field : FieldCatalog.fields()) {
            boolean optional = List.of("open", "rate", "nodes", "quorumDevice", "pathTimeout", "reservations", "throughPowerLoss", "routing", "by", "operationsPerThread", "percentile", "in", "count",
                    "commit", "statfsQuantum", "logicalVolume", "precision", "maxReplications",
                    "timeBudget").contains(field.name()) || field.path().contains("[xfs]");
            assertTrue(optional || written.contains(field.name() + ":"), field.path());
        }
    }
}
