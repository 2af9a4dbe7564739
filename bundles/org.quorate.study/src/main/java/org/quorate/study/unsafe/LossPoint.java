// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is lost if all nodes stop at a time: they unmount, one after the other, and the device is checked. Immutable.
 *
 * @param nanos        since the first mount
 * @param operations   that users did
 * @param reads        of these, those that read
 * @param staleReads   of these, those that got what another node had changed
 * @param updates      of metadata that nodes made
 * @param lost         of these, those that are not on the device, by kind
 * @param files        that any node changed
 * @param damaged      of these, those that are damaged, by how
 * @param dataBlocks   that another file's data was written over
 * @param logBlocks    of the log that a recovery would have needed and that another node had overwritten
 * @param crash        what if, instead, the power fails
 */
public record LossPoint(long nanos, long operations, long reads, long staleReads, long updates, Map<LossKind, Long> lost, long files,
        Map<Damage, Long> damaged, long dataBlocks, long logBlocks, CrashFigures crash) {

    public LossPoint {
        lost = Collections.unmodifiableMap(new EnumMap<>(lost));
        damaged = Collections.unmodifiableMap(new EnumMap<>(damaged));
    }

    /** Updates lost, of all kinds. */
    public long lostUpdates() {
        return lost.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Files damaged, in whatever way. */
    public long damagedFiles() {
        return damaged.values().stream().mapToLong(Long::longValue).sum();
    }
}
