// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

/** Results of lock requests, in messages and in ASTs; the names are the kernel's errno names. */
final class Status {

    static final int OK = 0;
    /** Queued; GRANT follows. */
    static final int IN_PROGRESS = 1;
    /** Refused because it must not wait. */
    static final int AGAIN = 2;
    /** A conversion that would deadlock. */
    static final int DEADLOCK = 3;
    /** No such resource here. */
    static final int BAD_RESOURCE = 4;
    /** Not the master of the resource. */
    static final int NOT_MASTER = 5;
    /** Cancelled. */
    static final int CANCELLED = 6;
    /** Unlocked. */
    static final int UNLOCKED = 7;
    /** The callback is a BAST, its number says for which mode. */
    static final int BLOCKING = 8;

    private Status() {
    }
}
