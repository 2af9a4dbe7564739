// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.List;
import java.util.OptionalLong;

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
 * @param keepOpen  a thread opens the file at its first use in the phase and closes it when the phase ends
 * @param at        where READ and WRITE begin
 * @param how       by which way READ, WRITE and APPEND move data
 * @param nodes     names of the nodes of the phase that do this; empty: all of them
 * @param count     operations of each thread, in a phase that does its mix in sequence
 */
public record OperationShare(Operation operation, double weight, String fileSet, Access access, double zipfExponent,
        SizeDistribution size, boolean fsync, boolean keepOpen, Position at, Way how, List<String> nodes,
        OptionalLong count) {

    /**
     * Which files of the set a node uses. OWN: its own, one after the other. NEXT: those of the next node, one after
     * the other. EACH: all, one after the other. ANY: all, each equally likely. ZIPF: all, the first ones most. FIRST:
     * always the first file. HASHED: all whose names' hash falls on the node, each equally likely: whoever made them, they are
     * always used by the same node.
     */
    public enum Access { OWN, NEXT, EACH, ANY, ZIPF, FIRST, HASHED }

    /**
     * How a load balancer chooses the node of a session. STICKY: the one where it began. ROUND_ROBIN: any. HASH: always the one that the
     * hash of the session says, which need not be the one where it began.
     */
    public enum Routing {
        STICKY(Access.OWN), ROUND_ROBIN(Access.ANY), HASH(Access.HASHED);

        private final Access access;

        Routing(Access access) {
            this.access = access;
        }

        /** Which files of sessions a node uses then. */
        public Access access() {
            return access;
        }
    }

    /**
     * START: of the file. NEXT: where the thread's last operation on that file set ended; again at the start after the end.
     * RANDOM: at any multiple of the operation's size.
     */
    public enum Position { START, NEXT, RANDOM }

    /** BUFFERED: through the page cache. DIRECT: O_DIRECT. MAPPED: mmap. */
    public enum Way { BUFFERED, DIRECT, MAPPED }

    public OperationShare {
        nodes = List.copyOf(nodes);
    }

    /** The same on a file set and on nodes of its own. */
    public OperationShare with(String newFileSet, List<String> newNodes) {
        return new OperationShare(operation, weight, newFileSet, access, zipfExponent, size, fsync, keepOpen, at, how, newNodes, count);
    }
}
