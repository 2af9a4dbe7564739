// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Step;

/** Steps of the user-space stack; LOCK is the handle. */
enum UserStackStep implements Step {
    /** dlm_lock: asks for MODE; the request is under way when the step ends. */
    REQUEST,
    /** dlm_unlock with DLM_LKF_CANCEL. */
    CANCEL,
    /** dlm_unlock. */
    UNLOCK
}
