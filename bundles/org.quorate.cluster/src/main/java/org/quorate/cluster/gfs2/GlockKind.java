// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.List;

/** Types of glocks by their numbers (kernel reference 1.1, fs/gfs2/glops.c). */
final class GlockKind {

    static final int NONDISK = 1;
    static final int INODE = 2;
    static final int RGRP = 3;
    static final int META = 4;
    static final int IOPEN = 5;
    static final int FLOCK = 6;
    static final int JOURNAL = 9;

    /** Numbers of NONDISK glocks: GFS2_LIVE_LOCK, GFS2_FREEZE_LOCK, GFS2_RENAME_LOCK (include/uapi/linux/gfs2_ondisk.h). */
    static final int LIVE_NUMBER = 1;
    static final int FREEZE_NUMBER = 2;
    static final int RENAME_NUMBER = 3;

    /** Names by number, for results. */
    static final List<String> NAMES = List.of("NONE", "NONDISK", "INODE", "RGRP", "META", "IOPEN", "FLOCK", "PLOCK", "QUOTA",
            "JOURNAL");

    /** States by the number of the mode, as glock.c:state2str writes them. */
    static final List<String> STATES = List.of("UN", "DF", "SH", "EX");

    private GlockKind() {
    }
}
