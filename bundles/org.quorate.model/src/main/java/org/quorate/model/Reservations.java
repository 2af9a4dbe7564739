// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * SCSI-3 persistent reservations on the LUN for an application that does its own locking: every node registers a key of its own,
 * one reservation keeps out who has none, and the application takes a key away to cut a node off. Reservations exclude, they do not
 * lock. Immutable, thread-safe.
 *
 * @param type             of the reservation
 * @param throughPowerLoss the target keeps keys and reservation over a loss of its power (APTPL)
 */
public record Reservations(Type type, boolean throughPowerLoss) {

    /** Types of a reservation (SPC-4, persistent reservation type code). */
    public enum Type {
        /** One initiator writes, all read. */
        WRITE_EXCLUSIVE(1),
        /** One initiator reads and writes. */
        EXCLUSIVE_ACCESS(3),
        /** All that have registered write, all read; one of them holds the reservation. */
        WRITE_EXCLUSIVE_REGISTRANTS_ONLY(5),
        /** All that have registered write, all read; all of them hold the reservation. */
        WRITE_EXCLUSIVE_ALL_REGISTRANTS(7),
        /** Only those that have registered read and write; all of them hold the reservation. */
        EXCLUSIVE_ACCESS_ALL_REGISTRANTS(8);

        private final int code;

        Type(int code) {
            this.code = code;
        }

        /** The number of the type in SCSI commands. */
        public int code() {
            return code;
        }

        /** Whether several nodes can use the LUN at once (provisioning reference 2, number 22). */
        public boolean isShared() {
            return this != WRITE_EXCLUSIVE && this != EXCLUSIVE_ACCESS;
        }
    }
}
