// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import org.quorate.model.Cluster;
import org.quorate.sim.RandomStream;

/**
 * corosync's timers (kernel reference 3.7; man corosync.conf). Immutable, thread-safe.
 *
 * @param configured token timeout of the file, nanoseconds
 * @param token      effective token timeout, nanoseconds
 */
public record Membership(long configured, long token) {

    /** token_coefficient, for each node beyond two. */
    private static final long COEFFICIENT = 650 * Times.MILLISECOND;
    /** Join messages and the round of the commit token. */
    private static final long REFORM = 50 * Times.MILLISECOND;
    /** token_retransmits_before_loss_const 4: the token is sent again after token / 4.2, and held in an idle ring 0.8 of that less 10 ms. */
    private static final double RETRANSMITS = 4.2;
    private static final double HELD = 0.8;
    private static final long HELD_LESS = 10 * Times.MILLISECOND;

    /** Those of a cluster: the token is longer by 650 ms for each node beyond two. */
    public static Membership of(Cluster cluster) {
        long token = cluster.token().toNanos();
        return new Membership(token, token + COEFFICIENT * Math.max(0, cluster.nodes().size() - 2));
    }

    /** How long the others look for a ring without a node that missed the token, nanoseconds: 1.2 tokens. */
    public long consensus() {
        return token * 6 / 5;
    }

    /** Longest time that the lowest node keeps the token of an idle ring. */
    long held() {
        return Math.max(0, (long) (token / RETRANSMITS * HELD) - HELD_LESS);
    }

    /** When the first node misses the token that was last seen at most a hold before the failure. */
    long missed(RandomStream dice, long silentFrom) {
        return silentFrom + token - Times.phase(dice, held());
    }

    /** When a membership without the silent nodes is formed. */
    long formed(long missed) {
        return missed + consensus() + REFORM;
    }

    String setting() {
        return "token=" + configured / Times.MILLISECOND + (token > configured ? ", token_coefficient=650" : "") + " (cluster.token)";
    }
}
