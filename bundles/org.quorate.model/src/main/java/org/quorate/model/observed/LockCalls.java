// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.observed;

/**
 * What the locks of one type on a node were used for since they were made. Immutable.
 *
 * @param type     in the words of the file system's source, as INODE
 * @param locks    0 or more
 * @param requests to the lock manager, for a mode or another one (dcnt of glstats)
 * @param holders  that were queued for one of them (qcnt of glstats)
 */
public record LockCalls(String type, long locks, long requests, long holders) {
}
