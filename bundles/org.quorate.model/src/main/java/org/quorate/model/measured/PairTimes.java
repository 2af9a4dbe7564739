// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.measured;

import java.util.Optional;

/**
 * Round trips between two nodes. Immutable.
 *
 * @param from         node that asked
 * @param to           node that answered
 * @param address      that was asked
 * @param way          {@code ping}: ICMP echo, as the kernel stamps it; {@code connect}: a TCP connection that is refused; empty: none was possible
 * @param sent         requests
 * @param times        round trips, with the hosts' own work; absent: no answer came
 * @param ownWorkNanos what the same costs without a network, where that was measured
 */
public record PairTimes(String from, String to, String address, String way, long sent, Optional<Times> times, Optional<Double> ownWorkNanos) {
}
