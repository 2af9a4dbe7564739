// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import org.quorate.cluster.engine.Step;

/** Steps of receiving threads. */
public enum NetworkStep implements Step {
    /** Takes the next message from the queue of protocol a (ordinal) into register MESSAGE; waits if there is none. */
    AWAIT_MESSAGE
}
