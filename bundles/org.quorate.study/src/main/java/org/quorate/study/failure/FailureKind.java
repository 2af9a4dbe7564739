// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.Arrays;
import java.util.Optional;

/** What can fail. */
public enum FailureKind {
    NODE_DIES("node-dies", "A node dies", "its power is gone: it neither writes nor sends any more"),
    NODE_HANGS("node-hangs", "A node hangs", "its kernel does nothing, and may go on later"),
    NETWORK_LOST("network-lost", "A node loses its network", "it runs and reaches the LUN, but no other node"),
    STORAGE_LOST("storage-lost", "A node loses its storage path", "it runs and reaches the others, but not the LUN"),
    LUN_STALLS("lun-stalls", "The LUN stalls", "no node gets an answer from it"),
    SPLIT("split", "The cluster splits", "two halves run and reach the LUN, but not each other");

    private final String word;
    private final String title;
    private final String meaning;

    FailureKind(String word, String title, String meaning) {
        this.word = word;
        this.title = title;
        this.meaning = meaning;
    }

    /** As on the command line, for example {@code node-dies}. */
    public String word() {
        return word;
    }

    /** For example {@code A node dies}. */
    public String title() {
        return title;
    }

    /** What that is, half a sentence. */
    public String meaning() {
        return meaning;
    }

    /** It happens to one node. */
    public boolean ofNode() {
        return this != LUN_STALLS && this != SPLIT;
    }

    /** Some nodes do not reach others that run. */
    public boolean cutsNetwork() {
        return this == NETWORK_LOST || this == SPLIT;
    }

    /** It may end by itself. */
    public boolean passes() {
        return this != NODE_DIES;
    }

    /** The one of that word. */
    public static Optional<FailureKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
