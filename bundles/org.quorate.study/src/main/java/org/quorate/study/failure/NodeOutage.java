// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.Optional;

/**
 * What the operations of a node go through that need a lock or the LUN; those on cached locks and data may go on.
 *
 * @param node  its name
 * @param end   how it ends
 * @param share of the replications in which it ends so
 * @param from  when they stop
 * @param to    when they go on or fail; absent: never
 */
public record NodeOutage(String node, End end, double share, Spread from, Optional<Spread> to) {
}
