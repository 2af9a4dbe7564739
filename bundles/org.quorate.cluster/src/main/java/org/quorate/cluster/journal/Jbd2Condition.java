// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.journal;

import org.quorate.cluster.engine.Condition;

/** Questions about the journal of the frame's node. */
public enum Jbd2Condition implements Condition {
    /** The transaction that is being committed has blocks. */
    HAS_BLOCKS,
    /** A flush has left the journal empty, and nothing was committed since. */
    EMPTY,
    /** Committed blocks that are not in place yet fill half of the journal. */
    NEARLY_FULL
}
