// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import org.quorate.cluster.engine.Condition;

/** Questions of the threads of fs/dlm. */
enum DlmCondition implements Condition {
    /** RESULT names this node. */
    MASTER_IS_HERE,
    /** RESULT is a success. */
    SUCCESS,
    /** The CONVERT of the message at hand lowers the mode: it gets no reply. */
    DOWN_CONVERSION
}
