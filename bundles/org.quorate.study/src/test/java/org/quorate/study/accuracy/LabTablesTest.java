// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables as they come with the program. */
class LabTablesTest {

    private final List<LabRun> runs = LabTables.ofProduct();

    private LabRun run(String name) {
        return runs.stream().filter(run -> run.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void everyRunOfTheLabIsThere() {
        assertEquals(16, runs.stream().filter(run -> !run.origin().capture()).count());
        assertEquals(5, runs.stream().filter(run -> run.origin().capture()).count());
    }

    @Test
    void aPhaseHasItsFiguresAndItsCalls() {
        LabRun run = run("uml-ocfs2-2-r2");
        LabRun.Phase phase = run.phases().get(0);
        assertEquals("a_create_priv", phase.name());
        assertEquals(2000, phase.operations());
        assertEquals(12.007, phase.segments());
        assertEquals(2, phase.calls().stream().filter(call -> call.call().equals("total")).count());
        assertEquals(2334.1, phase.micros(List.of("total"), LabRun.Call::p50Micros).orElseThrow(), 0.05);
        assertTrue(phase.micros(List.of("stat"), LabRun.Call::p50Micros).isEmpty());
    }

    @Test
    void onlyAQuietUserModeRunIsComparedByLatency() {
        assertTrue(run("uml-ocfs2-2-r2").quiet());
        assertFalse(run("uml-ocfs2-2-r0").quiet(), "node 2 took 0.028 s");
        assertFalse(run("qemu-ocfs2-2-r1").quiet());
        assertFalse(run("capture-ocfs2-2-r1").quiet());
    }

    @Test
    void ofAPhaseAndItsSyncTheLastCountIsUsed() {
        CsvTable locks = CsvTable.parse("locks.csv", """
                run,phase,node,cache,before,after,object_bytes
                r,a,1,dlm_lkb,0,10,456
                r,drop,1,dlm_lkb,10,9,456
                r,drop,1,dlm_lkb,9,8,456
                r,a.sync,1,dlm_lkb,10,12,456
                """);
        LabRun run = new LabTables(truthOf("r"), locks, messages(""), LabOrigin::ofTables).runs().get(0);
        assertEquals(List.of("a 12", "drop 9", "drop2 8"),
                run.locks().stream().map(objects -> objects.phase() + " " + objects.count()).toList());
    }

    @Test
    void messagesAreAddedOverKindsOfLocksAndTheSync() {
        CsvTable messages = messages("""
                x,ocfs2,2,a,10,AST,META,,20,2,0
                x,ocfs2,2,a,10,AST,OPEN,+lvb,5,0.5,0
                x,ocfs2,2,a,10,KEEPALIVE,-,,4,0.4,0
                x,ocfs2,2,a.sync,0,AST,META,,1,1,0
                x,ocfs2,2,b,10,none,-,,0,0,0
                """);
        LabRun run = new LabTables(truthOf("r"), CsvTable.parse("locks.csv", "run\n"), messages, LabOrigin::ofTables).runs().get(1);
        assertEquals("capture-x", run.name());
        assertEquals(List.of("a", "b"), run.phaseNames());
        assertEquals(Map.of("AST", 26L), run.captured().get(0).countByType());
        assertEquals(Map.of(), run.captured().get(1).countByType());
    }

    private static CsvTable truthOf(String run) {
        return CsvTable.parse("truth.csv", """
                run,fs,nodes,phase,operations,host_cpu_s,segments_per_op,payload_bytes_per_op,reads_per_op,writes_per_op,\
                flushes_per_op,node,op,p50_us,p99_us
                %s,ocfs2,1,a,10,0.01,0,0,0,0,0,1,total,1,2
                """.formatted(run));
    }

    private static CsvTable messages(String rows) {
        return CsvTable.parse("messages.csv",
                "run,fs,nodes,phase,operations,message,lock_kind,detail,count,count_per_op,payload_bytes_per_op\n" + rows);
    }
}
