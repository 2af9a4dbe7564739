// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.junit.jupiter.api.Test;
import org.quorate.cluster.result.PhaseResult;

class WideLabTest {
    static String PHASE(String name, String op, String set, String access, int n, String extra, String nodes) {
        return "    - {name: %s, closed: {threads: 1}, operationsPerThread: %d%s%s, mix: [{operation: %s, fileSet: %s%s}]}\n".formatted(name, n, extra,
            nodes, op, set, access);
    }
    @Test
    void wide() {
        StringBuilder y = new StringBuilder();
        String text;
        try { text = java.nio.file.Files.readString(java.nio.file.Path.of("../../sample-models/lab/five-rows/scenario.yaml")); } catch (Exception e) { throw new RuntimeException(e); }
        y.append(text, 0, text.indexOf("workload:"));
        y.append("workload:\n  fileSets:\n    - {name: p, files: 0, size: 4 KiB, layout: private}\n    - {name: q, files: 0, size: 4 KiB, layout: private}\n    - {name: shared, files: 0, size: 4 KiB, layout: shared}\n    - {name: pp, files: 2, size: 512 B, layout: shared}\n    - {name: app, files: 2, size: 1 B, layout: private}\n    - {name: sess, files: 200, size: 1250 B, layout: shared}\n  phases:\n");
        y.append(PHASE("a_create_priv", "create", "p", ", size: 4 KiB", 1000, ", syncAfter: true", ""));
        y.append(PHASE("a_create_big", "create", "q", ", size: 4 KiB", 1000, ", syncAfter: true", ""));
        y.append(PHASE("c_stat_cold", "stat", "p", ", access: next", 1000, "", ""));
        y.append(PHASE("c_stat_warm", "stat", "p", ", access: next", 1000, "", ""));
        y.append(PHASE("c_read_cold", "read", "q", ", access: next, size: 64 KiB", 1000, "", ""));
        y.append(PHASE("c_read_warm", "read", "q", ", access: next, size: 64 KiB", 1000, "", ""));
        y.append(PHASE("c_rewrite_cold", "write", "q", ", access: next, size: 2 KiB", 1000, ", syncAfter: true", ""));
        y.append(PHASE("c_reread_owner", "read", "q", ", access: own, size: 64 KiB", 1000, "", ""));
        y.append(PHASE("b_create_shared", "create", "shared", ", size: 4 KiB", 500, ", syncAfter: true", ""));
        y.append(PHASE("e_append_local", "append", "app", ", access: own, size: 100 B, fsync: true", 100, "", ", nodes: [n1]"));
        y.append(PHASE("e_pp_over_local", "write", "pp", ", access: first, size: 512 B, fsync: true", 100, "", ", nodes: [n1]"));
        y.append(PHASE("e_pp_over2", "write", "pp", ", access: first, size: 512 B, fsync: true", 100, ", inTurn: true", ""));
        y.append(PHASE("e_pp_create2", "create", "pp", ", size: 1 B", 100, ", inTurn: true", ""));
        y.append(PHASE("g_sess_all", "session", "sess", ", access: any, size: 1250 B", 300, ", syncAfter: true", ""));
        y.append(PHASE("g_flock_shared", "flock", "pp", ", access: first", 100, "", ""));
        y.append(PHASE("d_unlink_own", "unlink", "p", ", access: own", 1000, ", syncAfter: true", ""));
        y.append(PHASE("d_unlink_other", "unlink", "shared", ", access: next", 500, ", syncAfter: true", ""));
        Run run = new Run(Run.read(y.toString())).all();
        for (PhaseResult p : run.results.values()) {
            double n = p.operationsTotal();
            System.out.printf("%-15s msg %.2f bytes %.1f r %.3f w %.3f f %.3f rs %.1f ws %.2f time %.3fs..%.3f%n", p.phase(), Run.messages(p),
                    Run.bytes(p), p.disk().reads() / n, p.disk().writes() / n, p.disk().flushes() / n,p.disk().readSectors() / n,
                    p.disk().writeSectors() / n, p.startNanos() / 1e9, p.endNanos()/1e9);
            p.operations().forEach(o -> System.out.println("   " + o.operation() + " p50 " + o.latency().percentile(50)
                    / 1000 + " " + java.util.Arrays.toString(java.util.Arrays.stream(o.partNanos()).map(x -> x / 1000 / (long) n)
                    .toArray())));
            p.messages().forEach(m -> System.out.printf("   %s %s %.4f", m.type(), m.lock(), m.count() / n));
            System.out.println();
        }
        run.idle(20_000_000_000L);
        System.out.println(run.machine.census().of(0).objects());
    }
}
