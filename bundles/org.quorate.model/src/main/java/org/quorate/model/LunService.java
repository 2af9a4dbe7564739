// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * Service times of the device for one 4 KiB request, without transfer on the link and without queueing. Immutable,
 * thread-safe.
 *
 * @param read  random read
 * @param write write into the device's cache
 * @param flush cache flush (also the cost that FUA adds)
 * @param bandwidth streaming rate of the medium, for the part of a request beyond its first 4 KiB
 */
public record LunService(TimeDistribution read, TimeDistribution write, TimeDistribution flush, BitRate bandwidth) {
}
