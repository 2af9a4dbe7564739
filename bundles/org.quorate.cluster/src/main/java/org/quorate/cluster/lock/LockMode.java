// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.lock;

/** Lock modes as OCFS2 uses them (kernel reference 1.3): in the order of dlmconstants.h. */
public final class LockMode {

    /** None at all: the lock does not exist. */
    public static final int NONE = -1;
    /** Null: an interest, no right. */
    public static final int NL = 0;
    /** Concurrent write: GFS2's "deferred", shared by nodes that use O_DIRECT. OCFS2 has no use for it. */
    public static final int CW = 1;
    /** Protected read: shared. */
    public static final int PR = 2;
    /** Exclusive. */
    public static final int EX = 3;

    private LockMode() {
    }

    /** Both may be granted at the same time. */
    public static boolean compatible(int a, int b) {
        return a <= NL || b <= NL || a == b && a != EX;
    }

    /** The master can only agree (dlm/lock.c:down_conversion); PR to CW allows less here and more there (middle_conversion). */
    public static boolean isDown(int from, int to) {
        return to < from && !(from == PR && to == CW);
    }

    /** Highest mode that is compatible with a blocked request (dlmglue.c:ocfs2_highest_compat_lock_level). */
    public static int highestCompatible(int blocked) {
        return switch (blocked) {
            case EX -> NL;
            case PR -> PR;
            default -> EX;
        };
    }
}
