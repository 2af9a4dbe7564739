// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fsdlm;

import org.quorate.cluster.engine.Step;

/** Steps of POSIX locks, which dlm_controld keeps and corosync orders (fs/dlm/plock.c). */
public enum PlockStep implements Step {
    /** Waits for the lock on FILE behind its other owners, of all nodes. */
    ENTER,
    /** FILE is free. */
    LEAVE,
    /** A thread of this node is woken for the operation. */
    HOP,
    /** corosync's token goes round all nodes. */
    ROUND
}
