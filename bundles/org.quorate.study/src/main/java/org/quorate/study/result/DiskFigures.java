// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

/**
 * Requests at the LUN in a phase, after merging, deferred writes included. An operation here is one of all operations of
 * the phase, warm-up included.
 *
 * @param readsPerOperation        read requests an operation
 * @param writesPerOperation       write requests an operation
 * @param flushesPerOperation      cache flushes an operation
 * @param readBytesPerOperation    bytes read an operation
 * @param writtenBytesPerOperation bytes written an operation
 * @param heartbeatPerSecond       requests of the heartbeat a second of simulated time; not in the figures above
 */
public record DiskFigures(Interval readsPerOperation, Interval writesPerOperation, Interval flushesPerOperation,
        Interval readBytesPerOperation, Interval writtenBytesPerOperation, Interval heartbeatPerSecond) {
}
