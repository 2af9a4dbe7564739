// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.preset;

import java.time.Duration;
import java.util.Optional;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Lun;
import org.quorate.model.Ocfs2Spec;

/**
 * How long a node waits for a LUN that does not answer, before I/O fails (provisioning reference 1.6, 1.7). Immutable,
 * thread-safe.
 *
 * @param replacementTimeout seconds until iSCSI gives up a path
 * @param pollingInterval    seconds between multipath's looks at a path
 * @param noPathRetry        looks without any path until multipath gives up; unused without multipath
 */
public record DiskPatience(int replacementTimeout, int pollingInterval, int noPathRetry) {

    /** Path checks every 5 s are multipath's default. */
    private static final int POLLING_INTERVAL = 5;
    /** Without multipath there is no other path: open-iscsi's own default. */
    private static final int SINGLE_PATH_TIMEOUT = 120;
    /** For what has no heartbeat on the disk, as everything under Pacemaker: as o2cb's default. */
    private static final int DEFAULT_DEAD_TIME = 60;

    /** Seconds after which a node resets itself whose disk heartbeat stopped; the others declare it dead up to two heartbeats later. */
    public static int deadTime(FileSystemSpec spec) {
        return spec instanceof Ocfs2Spec ocfs2 && ocfs2.stack() == Ocfs2Spec.Stack.O2CB
                ? (ocfs2.heartbeatThreshold() - 1) * 2 : DEFAULT_DEAD_TIME;
    }

    /**
     * As the scenario says; else with multipath all waiting together ends after at most five sixths of the dead time, so
     * that an outage of all paths fails I/O before the node fences itself.
     */
    public static DiskPatience of(FileSystemSpec spec, Lun lun) {
        return of(spec, lun.multipath(), lun.pathTimeout());
    }

    /** The same for a LUN that is reached through multipath or not, with its path timeout if there is one. */
    public static DiskPatience of(FileSystemSpec spec, boolean multipath, Optional<Duration> pathTimeout) {
        if (!multipath) {
            return new DiskPatience(pathTimeout.map(DiskPatience::seconds).orElse(SINGLE_PATH_TIMEOUT), POLLING_INTERVAL, 0);
        }
        int budget = pathTimeout.map(DiskPatience::seconds).orElse(deadTime(spec) * 5 / 6);
        int replacement = Math.min(20, Math.max(5, budget * 2 / 5));
        return new DiskPatience(replacement, POLLING_INTERVAL, (budget - replacement) / POLLING_INTERVAL);
    }

    private static int seconds(Duration time) {
        return (int) Math.ceil(time.toMillis() / 1000.0);
    }

    /** Seconds from the loss of the last path to an I/O error. */
    public int total() {
        return replacementTimeout + pollingInterval * noPathRetry;
    }
}
