// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.observed;

/**
 * A slab cache of a kernel. Immutable.
 *
 * @param name        as /proc/slabinfo has it
 * @param active      objects in use, 0 or more; SLUB counts those of the slabs that a processor works with as a whole
 * @param total       objects that there is room for, in use or not
 * @param objectBytes what one takes
 */
public record SlabUse(String name, long active, long total, int objectBytes) {
}
