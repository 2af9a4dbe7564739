// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.ocfs2;

import org.quorate.cluster.engine.Step;

/** Steps of a mount without a cluster; LOCK is the handle. */
enum LocalStackStep implements Step {
    /** MODE is granted at once. */
    GRANT,
    FORGET
}
