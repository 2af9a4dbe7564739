// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.model.Bytes;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;

class PlacesTest {

    private static final String TEXT = """
            schemaVersion: 1
            name: places
            cluster:
              name: web
              nodes:
                - {name: web1, address: 10.0.0.1}
                - {name: "0", address: 10.0.0.2}
            lun: {name: data, size: 100 GiB}
            fileSystems:
              - {type: ocfs2}
              - {type: gfs2, label: small}
              - {type: gfs2, label: large}
            workload:
              fileSets:
                - {name: files, files: 10}
              phases:
                - name: traffic
                  closed: {threads: 1}
                  duration: 5 s
                  mix:
                    - {operation: stat, fileSet: files}
                    - {operation: read, fileSet: files}
            """;

    private static ScenarioDocument document() {
        ScenarioReading reading = ScenarioReader.read("test.yaml", TEXT);
        return reading.document().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"lun.queueDepth|lun.queueDepth",
        "workload.phases[0].closed.threads|workload.phases[0].closed.threads",
        "workload.phases[traffic].closed.threads|workload.phases[0].closed.threads",
        "workload.phases[traffic].mix[read].weight|workload.phases[0].mix[1].weight",
        "cluster.nodes[web1].memory|cluster.nodes[0].memory",
        "cluster.nodes[0].memory|cluster.nodes[0].memory",
        "cluster.nodes[].memory|cluster.nodes[0].memory cluster.nodes[1].memory",
        "fileSystems[gfs2].journals|fileSystems[1].journals fileSystems[2].journals",
        "fileSystems[large].journals|fileSystems[2].journals",
        "workload.phases[].closed.thinkTime|workload.phases[0].closed.thinkTime"})
    void aPathIsUnderstoodAsInProblemsTheCatalogueOrByName(String path, String places) {
        assertEquals(List.of(places.split(" ")), document().places(path));
    }

    @Test
    void everySingleValueOfTheCatalogueThatTheFileHasRoomForIsFound() {
        List<FieldInfo> expected = FieldCatalog.fields().stream().filter(field -> field.kind() == FieldInfo.Kind.SCALAR)
                .filter(field -> !field.path().matches(".*(portals|devices|targets|fileSystems\\[local|nodes\\[\\]\\.nodes).*"))
                .filter(field -> !field.path().matches("fileSystems\\[(ext4|xfs)\\].*"))
                .toList();
        assertTrue(expected.size() > 80, expected.size() + " fields");
        expected.forEach(field -> assertFalse(document().places(field.path()).isEmpty(), field.path()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "workload.phases[0].closd.threads|workload.phases[0].closd: is not a key of a phase; did you mean closed? (allowed: the keys name,",
        "closed.threads|did you mean workload.phases[].closed.threads?",
        "phases[traffic].closed.threads|did you mean workload.phases[].closed.threads?",
        "workload.phases[trafic].duration|workload.phases[trafic]: there is no such item; did you mean traffic? (allowed: 0, or one of traffic)",
        "cluster.nodes[7].memory|cluster.nodes[7]: there is no such item (allowed: 0 to 1, or one of web1, 0)",
        "workload.phases.duration|workload.phases: is a list (allowed: workload.phases[0], workload.phases[NAME]",
        "lun|lun: is no single value (allowed: the keys name,",
        "workload.phases[0]|workload.phases[0]: is no single value",
        "lun.size.bytes|lun.size: has no part 'bytes'",
        "lun[0].size|lun[0]: is no item: lun is no list",
        "lun.portals[0]|lun.portals[0]: is no item: the file does not have the list lun.portals",
        "fileSystems[ocfs2].journalz|fileSystems[0].journalz: is not a key of ocfs2"})
    void aWrongPathIsToldWithWhatIsAllowed(String path, String message) {
        String told = assertThrows(IllegalArgumentException.class, () -> document().places(path)).getMessage();
        assertTrue(told.contains(message), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a..b", "[", "[]", "lun.", ".lun", "lun[", "lun]", "lun.size[", "lun.size]x",
        "cluster.nodes[0]x.memory", "cluster.nodes[0]]", "lun size", "lun.\u001b[31msize", "lun\n.size", "../../etc/passwd",
        "cluster.nodes[99999999999999999999].memory", "cluster.nodes[-1].memory", "cluster.nodes[\u001b[2J].memory",
        "cluster.nodes[\u202e].memory", "$(id)", "%s%n", "workload.phases[traffic\u0000].duration"})
    void aHostilePathIsRefusedInOneLineThatIsSafeToPrint(String path) {
        String told = assertThrows(IllegalArgumentException.class, () -> document().places(path)).getMessage();
        assertTrue(told.chars().noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT), told);
    }

    @Test
    void aHugePathIsRefusedAtOnce() {
        String told = assertThrows(IllegalArgumentException.class, () -> document().places("a.".repeat(1_000_000))).getMessage();
        assertTrue(told.length() < 200, told);
        assertThrows(IllegalArgumentException.class, () -> document().places("lun" + "[0]".repeat(100)));
    }

    @Test
    void severalValuesAreSetAtOnceAndOnlyTheOutcomeIsChecked() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("workload.phases[0].name", "other");
        values.put("cluster.nodes[1].memory", "32 GiB");
        values.put("workload.fileSets[0].name", "renamed");
        values.put("workload.phases[0].mix[0].fileSet", "renamed");
        values.put("workload.phases[0].mix[1].fileSet", "renamed");
        Scenario scenario = document().with(values).document().orElseThrow().scenario();
        Phase phase = scenario.workload().phases().get(0);
        assertEquals("other", phase.name());
        assertEquals(Bytes.gib(32), scenario.cluster().nodes().get(1).memory());
        assertEquals("renamed", phase.mix().get(1).fileSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1]\nlun: {", "- x", "{a: b}", "&a *a", "!!java/object x", "'", "\"", "#", "null", "~", "1 # 2", "\u0000"})
    void noValueBreaksOutOfItsPlace(String value) {
        ScenarioReading reading = document().with(Map.of("lun.queueDepth", value));
        assertTrue(reading.document().isEmpty());
        assertEquals(List.of("lun.queueDepth"), reading.problems().stream().map(Problem::path).distinct().toList());
    }
}
