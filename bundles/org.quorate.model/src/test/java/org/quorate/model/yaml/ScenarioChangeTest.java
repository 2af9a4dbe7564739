// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;

class ScenarioChangeTest {

    private static final String TEXT = """
            schemaVersion: 1
            name: small
            title: A small scenario
            cluster:
              name: web
              nodes:
                - {name: node1, address: 192.168.1.101}
                - {name: node2, address: 192.168.1.102}
              fencing: {agent: sbd}
            lun:
              name: data
              size: 20 GiB
              wwid: "360014055f3c8b2a1d9e4c7fa0b61e2d3"
              iqn: iqn.2024-01.net.example:data
              portals: ["192.168.1.50:3260"]
            mountPoint: /shared
            fileSystems:
              - {type: ocfs2, slots: 3}
              - {type: gfs2, journals: 3}
            workload:
              fileSets:
                - {name: files, files: 50}
              phases:
                - name: stats
                  closed: {threads: 1, thinkTime: 5 ms}
                  duration: 200 ms
                  mix:
                    - {operation: stat, fileSet: files, access: any}
            study: {replications: 2}
            """;

    private static List<ScenarioChange> changes(String before, String after) {
        return ScenarioChange.between(scenario(before), scenario(after));
    }

    private static Scenario scenario(String text) {
        ScenarioReading reading = ScenarioReader.read("small.yaml", text);
        return reading.document().orElseThrow(() -> new AssertionError(reading.problems())).scenario();
    }

    private static ScenarioChange change(String path, String before, String after) {
        return new ScenarioChange(path, Optional.ofNullable(before), Optional.ofNullable(after));
    }

    @Test
    void howAValueIsWrittenIsNoChange() {
        assertEquals(List.of(), changes(TEXT, TEXT.replace("200 ms", "200000 us # the same").replace("{replications: 2}", "{replications: 2, seed: 1}")));
    }

    @Test
    void aChangedValueIsToldByItsPath() {
        assertEquals(List.of(change("workload.phases[stats].duration", "200 ms", "300 ms"), change("study.seed", "1", "7")),
                changes(TEXT, TEXT.replace("200 ms", "300 ms").replace("{replications: 2}", "{replications: 2, seed: 7}")));
    }

    @Test
    void aNodeMoreIsOneItemNotAShiftOfAll() {
        String numbered = TEXT.replace("{name: node1,", "{name: node1, number: 1,").replace("{name: node2,", "{name: node2, number: 2,");
        String more = numbered.replace("    - {name: node1,", "    - {name: node0, number: 3, address: 192.168.1.100}\n    - {name: node1,");
        List<ScenarioChange> changes = changes(numbered, more);
        assertEquals(List.of(), changes.stream().filter(change -> !change.path().startsWith("cluster.nodes[node0]")).toList());
        assertEquals(true, changes.contains(change("cluster.nodes[node0].address", null, "192.168.1.100")));
    }

    @Test
    void anotherOrderIsAChange() {
        String swapped = TEXT.replace("  - {type: ocfs2, slots: 3}\n  - {type: gfs2, journals: 3}\n", "  - {type: gfs2, journals: 3}\n  - {type: ocfs2, slots: 3}\n");
        assertEquals(true, changes(TEXT, swapped).contains(change("fileSystems[0].type", "ocfs2", "gfs2")));
    }
}
