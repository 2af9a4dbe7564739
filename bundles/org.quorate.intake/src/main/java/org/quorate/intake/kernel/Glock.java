// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.kernel;

import java.util.List;

/** What glocks are called in GFS2's files (fs/gfs2/glock.c:gfs2_dump_glock, state2str; fs/gfs2/glops.c). */
final class Glock {

    /** Types by the number behind {@code n:}. */
    static final List<String> TYPES = List.of("NONE", "NONDISK", "INODE", "RGRP", "META", "IOPEN", "FLOCK", "PLOCK", "QUOTA", "JOURNAL");
    static final List<String> STATES = List.of("UN", "DF", "SH", "EX");

    private Glock() {
    }

    /** The type of that number, -1 if there is none. */
    static int type(String number) {
        int type = number.length() == 1 ? number.charAt(0) - '0' : -1;
        return type > 0 && type < TYPES.size() ? type : -1;
    }
}
