// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

/**
 * A write that destroyed what another node had written. Immutable.
 *
 * @param nanos   simulated time since the first node's mount
 * @param kind    what the block holds
 * @param block   number among the blocks of its kind
 * @param writer  node that wrote, an index
 * @param victim  node whose updates were destroyed, an index; of several, the one that had written last
 * @param lost    updates destroyed (LOG and DATA: blocks)
 */
public record Conflict(long nanos, BlockKind kind, long block, int writer, int victim, long lost) {
}
