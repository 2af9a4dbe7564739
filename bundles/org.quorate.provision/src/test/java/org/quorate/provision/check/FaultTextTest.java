// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.provision.Scenarios;
import org.quorate.provision.site.Site;

/** The same fault has the same text in every run: the order of {@code Set.of} and {@code Map.of} is another in each. */
class FaultTextTest {

    @Test
    void setsAndTablesAreToldInOrder() {
        Scenario scenario = new Scenarios().build();
        Exported exported = new Exported(Site.of(scenario, scenario.fileSystems().get(0)), List.of());
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("y", new LinkedHashSet<>(List.of("d", "c")));
        table.put("x", "1");
        exported.expectEqual(new LinkedHashSet<>(List.of("b", "a", "c")), table, "file", "what it says");
        assertEquals(List.of("file: what it says is {x=1, y=[c, d]}, not [a, b, c]"), exported.faults());
    }

    @Test
    void whatANodeLacksIsToldInTheOrderOfTheFile() {
        List<String> faults = CorosyncCheck.faults("nodelist {\nnode {\n}\nnode {\n}\n}\n", 3);
        assertEquals(List.of("a node without ring0_addr", "a node without name", "a node without nodeid"),
                faults.stream().filter(fault -> fault.startsWith("a node")).toList());
    }
}
