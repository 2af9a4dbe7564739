// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

/**
 * Requests at the LUN after merging, of all nodes in a phase (with the deferred writes that it caused, as far as they
 * happened before the next phase). Heartbeat is counted apart.
 *
 * @param reads        read requests
 * @param writes       write requests
 * @param flushes      cache flushes; a PREFLUSH and a FUA count one each (lab README)
 * @param readSectors  512-byte sectors read
 * @param writeSectors 512-byte sectors written
 */
public record DiskCounts(long reads, long writes, long flushes, long readSectors, long writeSectors) {
}
