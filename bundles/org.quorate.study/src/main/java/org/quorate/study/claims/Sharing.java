// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

/** How much the nodes of a claim's cluster share, the least first. */
public enum Sharing {

    /** Each node works in a directory of its own, on its own files. */
    OWN_DIRECTORIES("own directories", "private", "own", "own"),
    /** All nodes work in one directory, each on its own files there. */
    ONE_DIRECTORY("one directory", "shared", "own", "own"),
    /** All nodes work in one directory, on any of its files. */
    SAME_FILES("same files", "shared", "any", "each");

    private final String title;
    private final String layout;
    private final String access;
    private final String touch;

    Sharing(String title, String layout, String access, String touch) {
        this.title = title;
        this.layout = layout;
        this.access = access;
        this.touch = touch;
    }

    /** In results. */
    public String title() {
        return title;
    }

    /** Directories that that many nodes work in. */
    int directories(int nodes) {
        return this == OWN_DIRECTORIES ? nodes : 1;
    }

    /** Layout of the file sets, as a scenario writes it. */
    String layout() {
        return layout;
    }

    /** Access that uses each of these files once, as a scenario writes it. */
    String touch() {
        return touch;
    }

    /** Access of the operations, as a scenario writes it. */
    String access() {
        return access;
    }
}
