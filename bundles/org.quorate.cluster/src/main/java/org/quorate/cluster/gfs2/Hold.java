// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import org.quorate.cluster.lock.LockMode;

/**
 * What a holder wants of a glock: a state in the low bits, flags above (fs/gfs2/glock.h). States are lock modes: NL is
 * "unlocked", PR is "shared", EX is "exclusive",
 * CW is "deferred".
 */
final class Hold {

    static final int SH = LockMode.PR;
    static final int DF = LockMode.CW;
    static final int EX = LockMode.EX;
    /** LM_FLAG_TRY: fails rather than waits. */
    static final int TRY = 1 << 4;
    /** LM_FLAG_TRY_1CB: the same, and the holders are told. */
    static final int TRY_1CB = 1 << 5;
    /** LM_FLAG_ANY: any state but unlocked will do. */
    static final int ANY = 1 << 6;
    /** GL_EXACT: no other state will do. */
    static final int EXACT = 1 << 7;
    /** GL_SKIP: the object is not read in. */
    static final int SKIP = 1 << 8;
    /** GL_NOCACHE: the glock is unlocked after use. */
    static final int NO_CACHE = 1 << 9;
    /** LM_FLAG_NODE_SCOPE: exclusive for the node, shared in it. */
    static final int NODE_SCOPE = 1 << 10;

    private Hold() {
    }

    static int state(int hold) {
        return hold & 3;
    }

    static boolean mayFail(int hold) {
        return (hold & (TRY | TRY_1CB)) != 0;
    }
}
