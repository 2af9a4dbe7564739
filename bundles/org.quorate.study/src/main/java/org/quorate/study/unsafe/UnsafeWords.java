// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.LocalSpec;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;

/** Says in sentences what an {@link UnsafeResult} holds: for the terminal and the report alike. Pure functions. */
public final class UnsafeWords {

    private UnsafeWords() {
    }

    /** The answer in one line, without a full stop. */
    public static String headline(UnsafeResult result) {
        LossPoint end = result.end();
        String start = result.fileSystemName() + " mounted on " + result.nodes().size() + " nodes at once: after " + time(result.nanos());
        return end.damagedFiles() > 0 ? start + ", " + end.damagedFiles() + " of " + end.files() + " changed files are damaged"
                : end.lostUpdates() > 0 ? start + ", " + end.lostUpdates() + " changes of metadata are lost"
                : result.firsts().isEmpty() ? start + ", no write has destroyed another node's yet"
                : start + ", the first writes have destroyed another node's";
    }

    /** What the headline does not say: how it looks from outside; some sentences. */
    public static String explanation(UnsafeResult result) {
        LossPoint end = result.end();
        String first = result.firsts().isEmpty() ? "" : "The first write that destroyed another node's came "
                + (result.firsts().get(0).nanos() >= result.nanos() ? "when the nodes unmounted. "
                        : time(result.firsts().get(0).nanos()) + " after the first mount. ");
        return first + "Nobody is told: as long as a node need not read a block again, all it sees is its own memory, which fits together."
                + " What is lost shows when a node is restarted or the file system is checked. Locks by flock or fcntl are each node's"
                + " own, too. " + end.lostUpdates() + " of " + end.updates()
                + " changes of metadata are gone (" + Quantity.percent(share(end.lostUpdates(), end.updates())) + "), and "
                + end.staleReads() + " of " + end.reads() + " reads got what another node had changed already. "
                + crash(end.crash());
    }

    /** What a power failure at the end would cost, in a sentence. */
    private static String crash(CrashFigures crash) {
        return crash.updates() == 0 ? "Nothing was in the log alone."
                : "Had the power failed instead, " + crash.lost() + " of " + crash.updates() + " changes that were committed to the"
                        + " log, and not yet elsewhere, would be gone: recovery finds " + crash.recoverable() + " of "
                        + crash.transactions() + " transactions.";
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }

    /** When a conflict came. */
    public static String when(UnsafeResult result, Conflict conflict) {
        return conflict.nanos() >= result.nanos() ? "at unmount" : time(conflict.nanos());
    }

    /** Which block it hit. */
    public static String block(Conflict conflict) {
        long number = conflict.block();
        return switch (conflict.kind()) {
            case LOG -> "log, from block " + number;
            case DIRECTORY -> "block " + number % NodeFiles.DIRECTORY_BLOCKS + " of directory " + number / NodeFiles.DIRECTORY_BLOCKS;
            case FREE_SPACE_TREE -> "free-space btree of AG " + number / 2;
            case INODE_TREE -> "inode btree of AG " + number / XfsFormat.LEAVES;
            default -> conflict.kind().title() + " " + number;
        };
    }

    /** What a conflict destroyed, without a full stop. */
    public static String what(UnsafeResult result, Conflict conflict) {
        String writer = result.nodes().get(conflict.writer());
        String victim = result.nodes().get(conflict.victim());
        return switch (conflict.kind()) {
            case LOG -> writer + " wrote over " + count(conflict.lost(), "block") + " of " + victim
                    + "'s transactions: after a crash they cannot be replayed";
            case DATA -> writer + " wrote another file's data over " + count(conflict.lost(), "block") + " of a file of " + victim
                    + ": both had taken them as free";
            default -> writer + " wrote its older copy back: " + count(conflict.lost(), "change") + " by " + victim + " gone";
        };
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The command that checks the file system without a change. */
    public static String checker(UnsafeResult result) {
        return result.fileSystem() == LocalSpec.Kind.EXT4 ? "e2fsck -fn" : "xfs_repair -n";
    }

    /** A complaint in the words of the tool. */
    public static String complaint(UnsafeResult result, Complaint complaint) {
        return result.fileSystem() == LocalSpec.Kind.EXT4 ? complaint.e2fsck() : complaint.xfsRepair();
    }

    /** Complaints that there are; with a sentence for the case that there are few. */
    public static String aboutComplaints() {
        return "A check finds what does not fit together. What fits is not mentioned: where one node's whole set of blocks won, the others'"
                + " files are gone without a complaint.";
    }

    /** What to do instead, a sentence each. */
    public static List<String> advice(UnsafeResult result) {
        List<String> advice = new ArrayList<>();
        advice.add("Shared by all nodes at once: OCFS2 or GFS2 with fencing (quorate compare shows what that costs).");
        advice.add("One writer at a time: keep " + result.fileSystemName() + " and let Pacemaker mount it on one node, with fencing and"
                + " an exclusively activated volume.");
        advice.add("Only files to be shared: NFS from one node, or a distributed file system.");
        advice.add("A mount with -o ro on other nodes is no way out: it still replays the log and reads what has changed under it.");
        advice.add(result.fileSystem() == LocalSpec.Kind.EXT4
                ? "A safety belt: tune2fs -O mmp (multiple mount protection, off by default; fs/ext4/mmp.c). A mounted node marks a block every"
                        + " 5 s, and a second mount waits, sees the mark change and is refused. It does not make sharing work."
                : "XFS has no protection against it: it refuses a second mount of the same UUID only on the same host"
                        + " (fs/xfs/xfs_mount.c:xfs_uuid_mount). Keep the LUN unmapped from the nodes that must not mount it.");
        return advice;
    }

    /** What the run leaves out, without a full stop. */
    public static String limits(UnsafeResult result) {
        return "The nodes mount " + time(UnsafeRun.MOUNT_NANOS) + " apart and do the scenario's phases over and over, at most "
                + Quantity.number(WorkPlan.MOST_PER_SECOND) + " operations a second each and " + Quantity.number(WorkPlan.MOST_TOGETHER)
                + " together; access times, extended attributes and memory"
                + " pressure are left out" + (result.fileSystem() == LocalSpec.Kind.XFS ? "; inode chunks are there already" : "");
    }

    /** A time in whole or tenths of seconds, or in minutes. */
    public static String time(long nanos) {
        long minute = 60_000_000_000L;
        return nanos >= minute && nanos % minute == 0 ? nanos / minute + " min" : Quantity.of(Dimension.TIME, nanos);
    }
}
