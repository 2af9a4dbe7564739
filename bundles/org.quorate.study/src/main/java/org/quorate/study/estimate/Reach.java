// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import org.quorate.model.Operation;
import org.quorate.model.OperationShare;

/** Which files an item's operations go to, as far as the estimate tells it apart. */
enum Reach {
    /** The node's own, one after the other. */
    OWN,
    /** Those of the next node, one after the other. */
    NEXT,
    /** Always the first file. */
    FIRST,
    /** All, one after the other. */
    EACH,
    /** All, at random; those whose hash falls on the node are taken for all, which {@link PhaseAssumptions} says. */
    RANDOM;

    /** Victims of removals are the next node's files or else the node's own, whatever the access says (simulator: Choice). */
    static Reach of(OperationShare share) {
        if (share.operation() == Operation.UNLINK) {
            return share.access() == OperationShare.Access.NEXT ? NEXT : OWN;
        }
        return switch (share.access()) {
            case OWN -> OWN;
            case NEXT -> NEXT;
            case FIRST -> FIRST;
            case EACH -> EACH;
            case ANY, ZIPF, HASHED -> RANDOM;
        };
    }
}
