// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

/** What a sizing report is made of, in the order in which it is run. Callers say what people call it. */
public enum SizingPart {
    /** Of the scenario. */
    COMPARISON,
    /** The comparison of the scenario when its last node is gone. */
    NODE_LESS,
    /** The search for the load that the targets allow. */
    CAPACITY,
    /** Inputs are moved to see what would change the answer. */
    SENSITIVITY,
    /** Are played each time: nothing of them is kept. */
    FAILURES
}
