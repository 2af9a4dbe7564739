// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.local;

import org.quorate.cluster.engine.Step;

/** Steps of the XFS log. */
enum XfsLogStep implements Step {
    /** Waits until what changed inode FILE (a = 0), or everything (a = 1), is in the log on the device. */
    FORCE,
    /** Writes the changed metadata in place and waits (xfs_ail_push_all). */
    PUSH
}
