// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.lock;

/** Lock modes as OCFS2 uses them (kernel reference 1.3): ordered, so that a higher number allows more. */
public final class LockMode {

    /** None at all: the lock does not exist. */
    public static final int NONE = -1;
    /** Null: an interest, no right. */
    public static final int NL = 0;
    /** Protected read: shared. */
    public static final int PR = 1;
    /** Exclusive. */
    public static final int EX = 2;

    private LockMode() {
    }

    /** Both may be granted at the same time. */
    public static boolean compatible(int a, int b) {
        return a <= NL || b <= NL || a == PR && b == PR;
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
