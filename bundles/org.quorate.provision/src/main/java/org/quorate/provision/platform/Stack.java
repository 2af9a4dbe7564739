// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.platform;

import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Ocfs2Spec;

/** A cluster file system with the cluster stack under it: the columns of the table of what is supported. Thread-safe. */
public enum Stack {
    OCFS2_O2CB("OCFS2 with o2cb"),
    OCFS2_PCMK("OCFS2 under Pacemaker (pcmk)"),
    GFS2("GFS2 under Pacemaker");

    private final String words;

    Stack(String words) {
        this.words = words;
    }

    /** As people say it. */
    public String words() {
        return words;
    }

    /** Pacemaker, with corosync, fencing and the lock manager. */
    public boolean hasPacemaker() {
        return this != OCFS2_O2CB;
    }

    /** Of a file system that nodes can share; what is not shared counts as o2cb or GFS2, and is refused elsewhere. */
    public static Stack of(FileSystemSpec spec) {
        if (spec instanceof Gfs2Spec) {
            return GFS2;
        }
        return spec instanceof Ocfs2Spec ocfs2 && ocfs2.stack() == Ocfs2Spec.Stack.PCMK ? OCFS2_PCMK : OCFS2_O2CB;
    }
}
