// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * One kind of operation in a phase's mix. Immutable, thread-safe.
 *
 * @param operation what is done
 * @param weight    its share relative to the others, more than 0
 * @param fileSet   name of the file set it works on
 * @param access    which files of the set
 * @param zipfExponent skew of access ZIPF, more than 0 and at most 3
 * @param size      bytes read or written by one operation (READ: at most the file; CREATE: the new file's size)
 * @param fsync     followed by fsync, whose time belongs to the operation
 */
public record OperationShare(Operation operation, double weight, String fileSet, Access access, double zipfExponent,
        SizeDistribution size, boolean fsync) {

    /**
     * Which files of the set a node uses. OWN: its own, one after the other. NEXT: those of the next node, one after
     * the other. ANY: all, each equally likely. ZIPF: all, the first ones most. FIRST: always the first file.
     */
    public enum Access { OWN, NEXT, ANY, ZIPF, FIRST }
}
