// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import org.quorate.model.OperationShare;

/** What of an item's use of files matters to what others meet. */
enum Use {
    ANY, READ, CHANGE, LOCK, WRITE_DATA, AT_RANDOM, IN_ORDER, KEEP_OPEN;

    /** Whether an item uses files so. */
    boolean is(OperationShare item) {
        return switch (this) {
            case ANY -> true;
            case READ -> Usage.readsData(item.operation());
            case CHANGE -> Usage.changesFile(item.operation());
            case LOCK -> Usage.locks(item.operation());
            case WRITE_DATA -> Usage.writesData(item.operation());
            case AT_RANDOM -> Reach.of(item) == Reach.RANDOM;
            case IN_ORDER -> Reach.of(item) != Reach.RANDOM;
            case KEEP_OPEN -> item.keepOpen();
        };
    }
}
