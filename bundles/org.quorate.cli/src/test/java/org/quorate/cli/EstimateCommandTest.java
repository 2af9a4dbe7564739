// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quorate.study.estimate.Estimate;

class EstimateCommandTest {

    /** Two nodes that read what nobody changes, then create files in one directory. */
    private static final String SCENARIO = """
            schemaVersion: 1
            name: two
            title: Two nodes
            cluster:
              name: two
              os: debian-12
              nodes:
                - {name: a, address: 10.0.0.1, cores: 4}
                - {name: b, address: 10.0.0.2, cores: 4}
            lun: {name: fs, size: 100 GiB, device: nvme}
            mountPoint: /mnt/fs
            workload:
              fileSets:
                - {name: files, files: 1000, size: 16 KiB, layout: shared}
              phases:
                - name: quiet
                  closed: {threads: 2, thinkTime: 5 ms}
                  operationsPerThread: 100
                  mix: [{operation: stat, fileSet: files}]
                - name: contended
                  closed: {threads: 2, thinkTime: 5 ms}
                  operationsPerThread: 100
                  mix: [{operation: create, fileSet: files}]
            initialState: {caches: warm}
            """;

    private final Terminal terminal = new Terminal(SCENARIO);

    @Test
    void tablesSayThatTheyAreAnEstimateAndWhereItDoesNotHold() {
        assertEquals(0, terminal.run("estimate", "-"), terminal::err);
        assertTrue(terminal.out().startsWith("ESTIMATE of two, not a simulation\n"), terminal.out());
        String quiet = terminal.out().substring(terminal.out().indexOf("Phase quiet"), terminal.out().indexOf("Phase contended"));
        String contended = terminal.out().substring(terminal.out().indexOf("Phase contended"));
        assertTrue(quiet.contains("ocfs2: the assumptions hold"), quiet);
        assertTrue(contended.contains("ocfs2: does not hold: few locks change hands."), contended);
        assertTrue(terminal.out().lines().filter(line -> line.contains("does not hold")).allMatch(line -> line.length() <= 80),
                terminal.out());
        assertTrue(contended.lines().filter(line -> line.startsWith("gfs2  ")).allMatch(line -> line.contains("~")), contended);
    }

    @Test
    void csvHasARowAnOperationOfEachFileSystem() {
        assertEquals(0, terminal.run("estimate", "-", "--csv"), terminal::err);
        List<String> lines = terminal.out().lines().toList();
        assertTrue(lines.get(0).startsWith("contender,phase,operation,mean_latency_ns,"), lines.get(0));
        assertEquals(1 + 3 * 2, lines.size(), terminal.out());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("ocfs2,contended,create,") && line.endsWith(",hand_overs")),
                terminal.out());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("gfs2,quiet,stat,") && line.endsWith(",")), terminal.out());
    }

    @Test
    void jsonIsOfItsFormat() throws IOException {
        assertEquals(0, terminal.run("estimate", "-", "--json"), terminal::err);
        JsonNode estimate = new ObjectMapper().readTree(terminal.out());
        assertEquals(Estimate.FORMAT, estimate.get("format").asText());
        JsonNode phase = estimate.get("contenders").get(0).get("phases").get(1);
        assertEquals("contended", phase.get("phase").asText());
        assertEquals("HAND_OVERS", phase.get("broken").get(0).get("kind").asText());
        assertTrue(phase.get("operations").get(0).get("latencyNanos").asDouble() > 1e5, phase.toString());
    }

    @Test
    void onlyOneFormAtOnce() {
        assertEquals(2, terminal.run("estimate", "-", "--csv", "--json"));
    }
}
