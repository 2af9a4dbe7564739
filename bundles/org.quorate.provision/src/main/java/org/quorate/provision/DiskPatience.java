// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import org.quorate.model.FileSystemSpec;
import org.quorate.model.Ocfs2Spec;

/**
 * How long a node waits for a LUN that does not answer, before I/O fails (provisioning reference 1.6, 1.7). Immutable,
 * thread-safe.
 *
 * @param replacementTimeout seconds until iSCSI gives up a path
 * @param pollingInterval    seconds between multipath's looks at a path
 * @param noPathRetry        looks without any path until multipath gives up; unused without multipath
 */
record DiskPatience(int replacementTimeout, int pollingInterval, int noPathRetry) {

    /** Path checks every 5 s are multipath's default. */
    private static final int POLLING_INTERVAL = 5;
    /** Without multipath there is no other path: open-iscsi's own default. */
    private static final int SINGLE_PATH_TIMEOUT = 120;
    /** For GFS2, which has no heartbeat on the disk: as OCFS2's default. */
    private static final int DEFAULT_DEAD_TIME = 60;

    /** Seconds after which the others declare a node dead whose disk heartbeat stopped. */
    static int deadTime(FileSystemSpec spec) {
        return spec instanceof Ocfs2Spec ocfs2 ? (ocfs2.heartbeatThreshold() - 1) * 2 : DEFAULT_DEAD_TIME;
    }

    /**
     * With multipath: all waiting together ends after at most five sixths of the dead time, so that an outage of all
     * paths fails I/O before the node fences itself.
     */
    static DiskPatience of(FileSystemSpec spec, boolean multipath) {
        if (!multipath) {
            return new DiskPatience(SINGLE_PATH_TIMEOUT, POLLING_INTERVAL, 0);
        }
        int budget = deadTime(spec) * 5 / 6;
        int replacement = Math.min(20, Math.max(5, budget * 2 / 5));
        return new DiskPatience(replacement, POLLING_INTERVAL, (budget - replacement) / POLLING_INTERVAL);
    }

    /** Seconds from the loss of the last path to an I/O error. */
    int total() {
        return replacementTimeout + pollingInterval * noPathRetry;
    }
}
