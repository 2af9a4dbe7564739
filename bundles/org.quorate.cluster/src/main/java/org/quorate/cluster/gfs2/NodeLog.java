// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.function.IntConsumer;

import org.quorate.cluster.engine.IntQueue;

/** The journal of one node: what struct gfs2_sbd keeps of it. Log positions count blocks and never wrap here. */
final class NodeLog {

    static final int NONE = -1;
    /** Revokes in a descriptor block, and in each further block (sd_ldptrs, sd_inptrs at 4 KiB; kernel reference 4.5). */
    static final int REVOKES_FIRST = 503;
    static final int REVOKES_NEXT = 509;
    /** Metadata blocks that a descriptor block covers (buf_limit at 4 KiB). */
    static final int BLOCKS_IN_DESCRIPTOR = 503;
    /** GFS2_LOG_FLUSH_MIN_BLOCKS. */
    static final int FLUSH_BLOCKS = 4;

    /** Blocks of the journal. */
    final int size;
    /** First and last pinned buffer of the transaction that is not flushed (sd_log_tr), and how many there are. */
    int firstPinned = NONE;
    int lastPinned = NONE;
    int pinned;
    /** Glocks of the revokes that are not flushed (sd_log_revokes). */
    final IntQueue revokes = new IntQueue();
    /** Revokes for which there is room (sd_log_revokes_available). */
    int revokesAvailable = REVOKES_FIRST;
    /** Oldest and youngest flushed transaction with something to write (sd_ail1_list), and with nothing (sd_ail2_list). */
    int oldestActive = NONE;
    int youngestActive = NONE;
    int oldestPassed = NONE;
    int youngestPassed = NONE;
    /** Next block to be written; first block that a replay needs; the latter as of the next header. */
    long head;
    long tail;
    long flushTail;
    /** The last header said that nothing needs a replay (sd_log_idle). */
    boolean idle = true;
    /** Blocks that the flush under way writes before its header; it writes one. */
    int flushBlocks;
    boolean headerDue;
    /** When the log writes of the flush under way are done. */
    long flushDone;
    /** Log blocks promised to open transactions, and to revokes (sd_log_blks_reserved). */
    int promised;
    int promisedToRevokes;
    /** Log blocks that transactions wait for (sd_log_blks_needed). */
    int needed;
    /** Keeps transactions and flushes apart. */
    final FlushLock lock;
    /** gfs2_writepages ran: logd writes the active items back next time it wakes (SDF_FORCE_AIL_FLUSH). */
    boolean writeBackActive;
    /** Frame of gfs2_logd; it sleeps; how often it has gone to sleep. */
    int logd = NONE;
    boolean logdSleeps;
    int logdSleep;

    NodeLog(int blocks, IntConsumer wakeTask) {
        size = blocks;
        lock = new FlushLock(wakeTask);
    }

    /** Blocks that hold what a replay needs, or are promised. */
    int used() {
        int reserved = pinned + (pinned + BLOCKS_IN_DESCRIPTOR - 1) / BLOCKS_IN_DESCRIPTOR + FLUSH_BLOCKS;
        return (int) (head - tail) + reserved + promised + promisedToRevokes;
    }

    /** gfs2_jrnl_flush_reqd: pinned blocks, and those that are waited for, fill 2/5 of the journal (sd_log_thresh1). */
    boolean flushRequired() {
        return (pinned + needed) * 5L >= size * 2L;
    }

    /** gfs2_ail_flush_reqd: 4/5 of the journal are used or waited for (sd_log_thresh2). */
    boolean writeBackRequired() {
        return (used() + needed) * 5L >= size * 4L;
    }

    /** Blocks that hold so many revokes (gfs2_struct2blk). */
    static int revokeBlocks(int count) {
        if (count == 0) {
            return 0;
        }
        return 1 + Math.max(0, count - REVOKES_FIRST + REVOKES_NEXT - 1) / REVOKES_NEXT;
    }
}
