// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;

class SafetyTest {

    private static final String TWO_NODES = "nodes: [{name: a, address: 10.0.0.1}, {name: b, address: 10.0.0.2}]";

    private static Scenario scenario(String cluster, String lun, String fileSystem) {
        ScenarioReading reading = ScenarioReader.read("s.yaml", """
                schemaVersion: 1
                name: safety
                cluster: {name: c, %s}
                lun: {name: v, size: 10 GiB%s}
                fileSystems: [{%s}]
                workload:
                  fileSets: [{name: f, files: 1}]
                  phases: [{name: p, duration: 1 s, mix: [{operation: stat, fileSet: f}]}]
                """.formatted(cluster, lun, fileSystem));
        assertEquals(List.of(), reading.problems());
        return reading.document().orElseThrow().scenario();
    }

    private static List<String> rules(String cluster, String lun, String fileSystem) {
        Scenario scenario = scenario(cluster, lun, fileSystem);
        return Safety.findings(scenario, scenario.fileSystems().get(0)).stream().map(Safety.Finding::rule).toList();
    }

    private static String fenced(String fencing) {
        return TWO_NODES + ", fencing: {" + fencing + "}";
    }

    private static final String DEVICE_A = "{node: a, address: x, password: env:P}";
    private static final String DEVICE_B = "{node: b, address: x, password: env:P}";

    @Test
    void localFileSystemOnSeveralNodes() {
        assertEquals(List.of("local-file-system-shared"), rules(TWO_NODES, "", "type: ext4, shared: true"));
        assertEquals(List.of("local-file-system-shared"), rules(TWO_NODES, "", "type: xfs, shared: true"));
        assertEquals(List.of(), rules(TWO_NODES, "", "type: ext4"));
        assertEquals(List.of(), rules("nodes: [{name: a, address: 10.0.0.1}]", "", "type: ext4, shared: true"));
        Scenario scenario = scenario(TWO_NODES, "", "type: ext4, shared: true");
        assertEquals("fileSystems[0].shared", Safety.findings(scenario, scenario.fileSystems().get(0)).get(0).path());
    }

    @Test
    void noFencing() {
        assertEquals(List.of("gfs2-without-fencing"), rules(TWO_NODES, "", "type: gfs2"));
        assertEquals(List.of("ocfs2-pcmk-without-fencing"), rules(TWO_NODES, "", "type: ocfs2, stack: pcmk"));
        // o2cb fences itself.
        assertEquals(List.of(), rules(TWO_NODES, "", "type: ocfs2, stack: o2cb"));
        assertEquals(List.of(), rules("nodes: [{name: a, address: 10.0.0.1}]", "", "type: gfs2"));
        assertEquals(List.of(), rules(fenced("agent: sbd"), "", "type: gfs2"));
    }

    @Test
    void aNodeThatNothingFences() {
        assertEquals(List.of(), rules(fenced("agent: ipmilan, devices: [" + DEVICE_A + "," + DEVICE_B + "]"), "", "type: gfs2"));
        assertEquals(List.of("node-without-fence-device"),
                rules(fenced("agent: ipmilan, devices: [" + DEVICE_A + "]"), "", "type: gfs2"));
        assertEquals(List.of("node-without-fence-device"), rules(fenced("agent: xvm"), "", "type: ocfs2, stack: pcmk"));
    }

    @Test
    void reservationsAndMultipath() {
        String two = ", portals: [10.0.1.1, 10.0.2.1]";
        assertEquals(List.of("fence-scsi-with-multipath"), rules(fenced("agent: scsi"), two, "type: gfs2"));
        assertEquals(List.of(), rules(fenced("agent: mpath"), two, "type: gfs2"));
        assertEquals(List.of("fence-mpath-without-multipath"), rules(fenced("agent: mpath"), "", "type: gfs2"));
        assertEquals(List.of(), rules(fenced("agent: scsi"), "", "type: gfs2"));
    }

    @Test
    void reservationsOfAnApplication() {
        assertEquals(List.of(), rules(fenced("agent: sbd"), ", reservations: {}", "type: gfs2"));
        assertEquals(List.of("reservations-of-two-users"), rules(fenced("agent: scsi"), ", reservations: {}", "type: gfs2"));
        assertEquals(List.of(), rules(fenced("agent: scsi"), ", reservations: {}", "type: ocfs2"), "o2cb uses no fence agent");
        for (String type : List.of("write-exclusive", "exclusive-access")) {
            assertEquals(List.of("reservation-of-one-node"), rules(TWO_NODES, ", reservations: {type: " + type + "}", "type: ocfs2"));
            assertEquals(List.of(), rules(TWO_NODES, ", reservations: {type: " + type + "-all-registrants}", "type: ocfs2"));
        }
    }

    @Test
    void whatAnExportNeeds() {
        assertEquals(List.of("lun.wwid", "lun.iqn", "lun.portals"), Safety.exportGaps(scenario(TWO_NODES, "", "type: gfs2"))
                .stream().map(Safety.Finding::path).toList());
        assertEquals(List.of(), Safety.exportGaps(scenario(TWO_NODES,
                ", wwid: \"360014051\", iqn: iqn.2024-01.net.example:v, portals: [10.0.1.1]", "type: gfs2")));
    }
}
