// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What runs a workload needs no defaults of its own. */
class ShowCommandTest {

    private static final String SCENARIO = """
            schemaVersion: 1
            name: shown
            cluster:
              name: c
              os: debian-12
              nodes:
                - {name: n1, address: 10.0.0.1}
                - {name: n2, address: 10.0.0.2}
            lun: {name: fs, size: 3 GiB}
            mountPoint: /shared
            fileSystems: [{type: ocfs2}]
            study: {seed: 7}
            workload:
              fileSets:
                - {name: docs, files: 10, size: lognormal 4 KiB variation 50 %, layout: tree}
                - {name: logs, in: docs, files: 0, size: 0 B}
              phases:
                - name: steady
                  closed: {threads: 3, thinkTime: 2 ms}
                  duration: 2 s
                  warmUp: 0.5 s
                  nodes: [n2]
                  mix:
                    - {operation: read, fileSet: docs, access: zipf}
                - name: arrivals
                  open: {rate: 5 /s}
                  duration: 1 s
                  mix:
                    - {operation: create, fileSet: logs, size: 1 KiB, fsync: true}
                - {name: pause, duration: 1 s, dropCaches: true}
            """;

    private final Terminal terminal = new Terminal();

    @Test
    void everyDefaultIsFilledInAndEveryUnitIsTheSmallest() throws Exception {
        assertEquals(0, terminal.runOn(SCENARIO, "show", "-"), terminal::err);
        JsonNode plan = new ObjectMapper().readTree(terminal.out());
        assertEquals("quorate-workload/1", plan.at("/format").asText());
        assertEquals(7, plan.at("/seed").asInt());
        assertEquals("n2", plan.at("/nodes/1").asText());
        assertEquals("COLD", plan.at("/initialState/caches").asText());
        assertEquals(16, plan.at("/fileSets/0/directories").asInt());
        assertEquals("{\"shape\":\"LOGNORMAL\",\"mean\":4096,\"variation\":0.5}", plan.at("/fileSets/0/size").toString());
        assertEquals("docs", plan.at("/fileSets/1/in").asText());
        assertTrue(plan.at("/fileSets/0/in").isNull());
        JsonNode steady = plan.at("/phases/0");
        assertEquals("{\"type\":\"closed\",\"threads\":3,\"thinkTime\":{\"shape\":\"CONSTANT\",\"mean\":2000000,\"variation\":0.0},"
                + "\"operationsPerSecond\":null}", steady.at("/load").toString());
        assertEquals(2_000_000_000L, steady.at("/duration").asLong());
        assertEquals(500_000_000L, steady.at("/warmUp").asLong());
        assertTrue(steady.at("/operationsPerThread").isNull());
        assertEquals("[\"n2\"]", steady.at("/nodes").toString());
        assertEquals(0.99, steady.at("/mix/0/zipfExponent").asDouble());
        assertEquals("LOGNORMAL", steady.at("/mix/0/size/shape").asText(), "the size of the set's files");
        assertEquals("open", plan.at("/phases/1/load/type").asText());
        assertTrue(plan.at("/phases/1/mix/0/fsync").asBoolean());
        assertTrue(plan.at("/phases/2/dropCaches").asBoolean());
        assertEquals("[]", plan.at("/phases/2/mix").toString(), "what is not there has no size either");
    }

    @Test
    void aScenarioWithErrorsIsNotShown() {
        assertEquals(3, terminal.runOn(SCENARIO.replace("fileSet: docs", "fileSet: none"), "show", "-"));
        assertEquals("", terminal.out());
    }
}
