// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;

/** A part without its defaults says the same as the whole with them. */
class FragmentWriterTest {

    private static final Pattern WORKLOAD = Pattern.compile("(?ms)^workload:\n.*?(?=^\\S)");

    @Test
    void theWorkloadReadsAsItWasWritten() {
        int shorter = 0;
        for (long seed = 0; seed < 300; seed++) {
            Scenario scenario = new RandomScenario(seed).draw();
            String whole = ScenarioWriter.write(scenario);
            String fragment = FragmentWriter.workload(scenario.workload().fileSets(), scenario.workload().phases());
            String text = WORKLOAD.matcher(whole).replaceFirst(Matcher.quoteReplacement(fragment));
            ScenarioReading reading = ScenarioReader.read("test", text);
            assertTrue(reading.document().isPresent(), () -> reading.problems() + "\n" + text);
            assertEquals(scenario, reading.document().get().scenario(), "seed " + seed);
            shorter += text.length() < whole.length() ? 1 : 0;
        }
        assertTrue(shorter > 250, "defaults are left out, " + shorter);
    }

    @Test
    void itemsCanBeInserted() {
        Scenario scenario = new RandomScenario(1).draw();
        ScenarioDocument document = ScenarioReader.read("test", ScenarioWriter.write(scenario)).document().orElseThrow();
        String set = FragmentWriter.fileSet(scenario.workload().fileSets().get(0)).replaceFirst("name: .*", "name: another")
                .replaceFirst("path: .*", "path: another");
        assertFalse(set.contains("made: at-start"), set);
        ScenarioReading reading = document.insertItem("workload.fileSets", set);
        assertEquals(scenario.workload().fileSets().size() + 1,
                reading.document().orElseThrow().scenario().workload().fileSets().size());
    }
}
