// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

/** What a change costs the users of the file system, the cheapest first. */
public enum Consequence {
    /** Nothing on the nodes changes. */
    NOTHING("nothing to do"),
    /** While the file system is in use on all nodes. */
    ONLINE("online"),
    /** One node after the other leaves the cluster; the others go on. */
    ROLLING("node by node"),
    /** The file system is unmounted on all nodes at once. */
    STOPPED("cluster stopped"),
    /** No tool changes it: the data is copied away and the LUN formatted anew. */
    FORMAT("format anew");

    private final String label;

    Consequence(String label) {
        this.label = label;
    }

    /** For people: {@code node by node}. */
    public String label() {
        return label;
    }

    Consequence or(Consequence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
