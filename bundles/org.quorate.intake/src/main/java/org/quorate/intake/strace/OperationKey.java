// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.strace;

import org.quorate.model.Operation;
import org.quorate.model.OperationShare;

/**
 * What makes two operations alike, beside the file set.
 *
 * @param operation what is done
 * @param fsync     with fsync
 * @param keepOpen  on a file that stays open
 * @param at        where
 * @param direct    by O_DIRECT
 */
record OperationKey(Operation operation, boolean fsync, boolean keepOpen, OperationShare.Position at, boolean direct)
        implements Comparable<OperationKey> {

    /** One without data. */
    static OperationKey of(Operation operation) {
        return new OperationKey(operation, false, false, OperationShare.Position.START, false);
    }

    @Override
    public int compareTo(OperationKey other) {
        return toString().compareTo(other.toString());
    }
}
