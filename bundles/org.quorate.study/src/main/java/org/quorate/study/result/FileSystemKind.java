// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;

/** What a contender is. */
public enum FileSystemKind {
    OCFS2("OCFS2"), GFS2("GFS2"), EXT4("ext4"), XFS("XFS");

    private final String title;

    FileSystemKind(String title) {
        this.title = title;
    }

    /** As people write it. */
    public String title() {
        return title;
    }

    /** The kind of a contender. */
    public static FileSystemKind of(FileSystemSpec spec) {
        if (spec instanceof Ocfs2Spec) {
            return OCFS2;
        }
        if (spec instanceof Gfs2Spec) {
            return GFS2;
        }
        return ((LocalSpec) spec).kind() == LocalSpec.Kind.EXT4 ? EXT4 : XFS;
    }
}
