// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;

/**
 * The network that carries lock traffic. Immutable, thread-safe.
 *
 * @param roundTrip mean time of a small message there and back, without the hosts' own work on it
 * @param variation coefficient of variation of the one-way delay, 0 or more
 * @param bandwidth of one node's link
 */
public record Interconnect(Duration roundTrip, double variation, BitRate bandwidth) {
}
