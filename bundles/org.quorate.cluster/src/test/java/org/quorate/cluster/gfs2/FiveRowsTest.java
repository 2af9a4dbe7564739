// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.junit.jupiter.api.Test;
import org.quorate.cluster.result.PhaseResult;

class FiveRowsTest {

    @Test
    void rows() {
        Run run = new Run(Run.sample("lab/five-rows")).all();
        for (PhaseResult p : run.results.values()) {
            double n = p.operationsTotal();
            System.out.printf("%-15s msg %.2f bytes %.1f r %.3f w %.3f f %.3f ws %.2f time %.3fs%n", p.phase(), Run.messages(p),
                    Run.bytes(p), p.disk().reads() / n, p.disk().writes() / n, p.disk().flushes() / n,
                    p.disk().writeSectors() / n, (p.endNanos() - p.startNanos()) / 1e9);
            p.operations().forEach(o -> System.out.println("   " + o.operation() + " p50 " + o.latency().percentile(50)
                    / 1000 + " " + java.util.Arrays.toString(java.util.Arrays.stream(o.partNanos()).map(x -> x / 1000 / (long) n)
                    .toArray())));
            p.messages().forEach(m -> System.out.printf("   %s %s %.4f%n", m.type(), m.lock(), m.count() / n));
            System.out.println("   " + p.census().get(0).objects() + " " + p.census().get(1).objects());
        }
    }
}
