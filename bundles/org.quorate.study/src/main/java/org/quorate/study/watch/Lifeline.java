// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import java.util.List;

/**
 * Somebody who takes part.
 *
 * @param kind    what
 * @param node    name of the node, or of all nodes that are alike; empty for the LUN
 * @param threads of the kernel that did something, by their names
 * @param roles   what the node is for the locks of the operation, for example {@code master of directory /sessions}
 */
public record Lifeline(Kind kind, String node, List<String> threads, List<String> roles) {

    /** Kinds, in the order in which they stand beside each other. */
    public enum Kind {
        /** The process that does the operation. */
        PROCESS("process"),
        /** Threads of o2dlm, or of fs/dlm. */
        LOCK_MANAGER("lock manager"),
        /** Threads of the file system: those that give locks up, write back, delete. */
        FILE_SYSTEM("file system"),
        /** Threads of the journal. */
        JOURNAL("journal"),
        /** The shared device. */
        LUN("LUN");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** For example {@code lock manager}. */
        public String title() {
            return title;
        }
    }

    public Lifeline {
        threads = List.copyOf(threads);
        roles = List.copyOf(roles);
    }

    /** For example {@code node1: lock manager}. */
    public String title() {
        return node.isEmpty() ? kind.title() : node + ": " + kind.title();
    }
}
