// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

/** How it ends for the operations of a node. */
public enum End {
    /** They never stopped. */
    UNAFFECTED("go on"),
    /** They waited, and go on. */
    RESUMED("wait, then go on"),
    /** The node is off or resets: they are lost. */
    DOWN("are lost: the node is down"),
    /** They fail: the mount is read-only, withdrawn, or reserved for others. */
    ERRORS("fail: the mount is unusable until the node is rebooted"),
    /** They go on while another side that believes to be alone does too. */
    CORRUPT("go on, and so do those of the other side: both destroy the file system"),
    /** They wait for someone to act. */
    BLOCKED("wait for ever");

    private final String title;

    End(String title) {
        this.title = title;
    }

    /** For example {@code wait, then go on}. */
    public String title() {
        return title;
    }
}
