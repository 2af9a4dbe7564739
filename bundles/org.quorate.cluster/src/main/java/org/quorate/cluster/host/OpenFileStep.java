// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import org.quorate.cluster.engine.Step;

/** Steps on the files that a workload thread keeps open. */
public enum OpenFileStep implements Step {
    /** FILE, which the thread has opened, stays open. */
    KEEP,
    /** FILE = one of the files that the thread has kept open, which it does not keep any more; RESULT = 0 if there is none. */
    TAKE_KEPT
}
