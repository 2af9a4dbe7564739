// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import org.quorate.study.observe.Round;

/** Is told what running nodes say. Called by the thread that watches; must not block for long. */
@FunctionalInterface
public interface ObserveListener {

    /**
     * All nodes were asked once more.
     *
     * @param round what they said
     * @param soFar all rounds together, beside the prediction if there is one; its series has not ended
     */
    void asked(Round round, ObserveNodes.Observed soFar);
}
