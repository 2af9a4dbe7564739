// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import org.quorate.model.FileSet;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.HardwareProfile;
import org.quorate.model.LunService;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;

/**
 * What recovery costs beside its timers. Immutable.
 *
 * @param message    nanoseconds of a small message there and back with the hosts' work on it
 * @param lock       nanoseconds of a lock manager's work on one lock
 * @param resources  lock resources that the dead node mastered and that others use too
 * @param journalRead nanoseconds to read the whole journal
 * @param blockWrite  nanoseconds to write one replayed block
 * @param flush      nanoseconds of a flush of the LUN
 * @param dirtyMost  blocks of the journal that may wait to be replayed
 */
record RecoveryCosts(long message, long lock, long resources, long journalRead, long blockWrite, long flush, long dirtyMost) {

    /** OCFS2 has META, OPEN, DENTRY and RW lock resources a file, GFS2 two glocks (kernel reference 2.4). */
    private static final int OCFS2_RESOURCES = 4;
    private static final int GFS2_RESOURCES = 2;
    /** ocfs2_force_read_journal reads so many blocks at a time and waits (fs/ocfs2/journal.h:CONCURRENT_JOURNAL_FILL, 32 blocks). */
    private static final int OCFS2_READ_BLOCKS = 32;
    /** Blocks that one operation dirties (kernel reference 4.5: 4 to 6). */
    private static final int BLOCKS_AN_OPERATION = 5;
    /** Metadata is written in place by write-back after dirty_expire_centisecs, looked for every dirty_writeback_centisecs. */
    private static final long WRITTEN_BACK_AFTER = 35;
    /** A journal is written back before it is fuller: GFS2 thresh2 (kernel reference 3.2), jbd2 likewise. */
    private static final double FULLEST = 0.8;

    static RecoveryCosts of(Scenario scenario, Ocfs2Spec spec, double rate) {
        long blocks = spec.journal().value() / spec.blockSize().value();
        long requests = Math.max(1, blocks / OCFS2_READ_BLOCKS);
        return of(scenario, OCFS2_RESOURCES, spec.journal().value(), requests, blocks, rate);
    }

    static RecoveryCosts of(Scenario scenario, Gfs2Spec spec, double rate) {
        // The head is looked for with so much read-ahead that only the first read is waited for (kernel reference 2.5).
        return of(scenario, GFS2_RESOURCES, spec.journal().value(), 1, spec.journal().value() / spec.blockSize().value(), rate);
    }

    private static RecoveryCosts of(Scenario scenario, int perFile, long journalBytes, long requests, long blocks, double rate) {
        HardwareProfile hardware = scenario.cluster().hardware();
        double slow = hardware.slowdown() * hardware.contention();
        long message = scenario.cluster().interconnect().roundTrip().toNanos()
                + (long) (2 * slow * (hardware.message().toNanos() + hardware.workerWakeUp().toNanos()));
        LunService service = scenario.lun().service();
        double bytesPerSecond = Math.min(service.bandwidth().bitsPerSecond(), scenario.lun().link().bitsPerSecond()) / 8.0;
        long read = (long) (journalBytes / bytesPerSecond * Times.SECOND) + requests * service.read().mean().toNanos();
        double dirty = Math.min(FULLEST * blocks, rate * BLOCKS_AN_OPERATION * WRITTEN_BACK_AFTER);
        return new RecoveryCosts(message, (long) (slow * hardware.lockWork().toNanos()), perFile * shared(scenario) / nodes(scenario),
                read, service.write().mean().toNanos() / Math.max(1, scenario.lun().queueDepth()), service.flush().mean().toNanos(),
                (long) dirty);
    }

    private static int nodes(Scenario scenario) {
        return scenario.cluster().nodes().size();
    }

    /** Files in directories that several nodes use; those of a node's own directory are nobody else's. */
    private static long shared(Scenario scenario) {
        List<FileSet> sets = scenario.workload().fileSets();
        return sets.stream().filter(set -> set.layout() == FileSet.Layout.SHARED || set.layout() == FileSet.Layout.TREE)
                .mapToLong(FileSet::files).sum();
    }
}
