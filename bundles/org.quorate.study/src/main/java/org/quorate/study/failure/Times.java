// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import org.quorate.model.Node;
import org.quorate.sim.RandomStream;

/** Small helps with times and names. Pure functions. */
final class Times {

    static final long SECOND = 1_000_000_000L;
    static final long MILLISECOND = 1_000_000L;
    /** Linux retransmits first after TCP_RTO_MIN (include/net/tcp.h), then after twice as long, up to TCP_RTO_MAX. */
    private static final long RETRANSMIT_FIRST = 200 * MILLISECOND;
    private static final long RETRANSMIT_LAST = 120 * SECOND;
    private static final int FEW = 4;

    private Times() {
    }

    /** A phase: anywhere from 0 to the period. */
    static long phase(RandomStream dice, long period) {
        return (long) (dice.nextDouble() * period);
    }

    /** When TCP gets through that was cut at 0 and is whole again at {@code back}: its first retransmission after that. */
    static long retransmitted(long back) {
        long at = 0;
        long wait = RETRANSMIT_FIRST;
        while (at < back) {
            at += wait;
            wait = Math.min(2 * wait, RETRANSMIT_LAST);
        }
        return at;
    }

    /** For example {@code node1, node2}; many are counted. */
    static String names(List<Node> nodes) {
        return nodes.size() <= FEW ? String.join(", ", nodes.stream().map(Node::name).toList()) : nodes.size() + " nodes";
    }

    /** For example {@code 3.65 s}. */
    static String seconds(long nanos) {
        String text = new java.math.BigDecimal(nanos).movePointLeft(9).setScale(3, java.math.RoundingMode.HALF_UP).stripTrailingZeros()
                .toPlainString();
        return text + " s";
    }
}
