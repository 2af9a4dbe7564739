// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;

/**
 * Traffic of the lock manager in a phase. An operation here is one of all operations of the phase, warm-up included.
 *
 * @param locksPerOperation lock messages an operation, acknowledgements apart
 * @param acknowledgementsPerOperation acknowledgements of fs/dlm an operation
 * @param bytesPerOperation payload of both, an operation
 * @param byType            the most frequent first
 */
public record MessageFigures(Interval locksPerOperation, Interval acknowledgementsPerOperation,
        Interval bytesPerOperation, List<MessageType> byType) {

    /**
     * Messages of one type for one kind of lock; means over the replications.
     *
     * @param type              name as on the wire
     * @param lock              kind of the lock resource, "-" if none
     * @param acknowledgement   an acknowledgement of fs/dlm
     * @param perOperation      messages an operation
     * @param bytesPerOperation payload an operation
     */
    public record MessageType(String type, String lock, boolean acknowledgement, double perOperation,
            double bytesPerOperation) {
    }

    public MessageFigures {
        byType = List.copyOf(byType);
    }
}
