// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import org.quorate.study.result.Interval;
import org.quorate.study.result.MemoryTimeline;
import org.quorate.study.result.NodeMemory;

/**
 * Lock bytes of a node that one more cached inode brings. Those that the node has whatever it caches, as the locks of GFS2's resource groups
 * that come with the mount, are not in it.
 *
 * @param bytes     at least 0, at most all lock bytes divided by all cached inodes
 * @param halfWidth by how much it may be off
 */
record LocksPerInode(double bytes, double halfWidth) {

    /**
     * The line through the start of the run, where the node may have locks and inodes of warm caches beside what comes with the mount, and the
     * end of a phase: the difference of the lock bytes by that of the inodes. Where there are as many inodes as at the start nothing is known
     * of it, and the most that it can be is taken, so that no memory is missing. The start is that of replication 0: caches are made warm file
     * by file, alike in every replication.
     *
     * <p>How far it may be off has three upper bounds, of which the smallest counts: what the half widths of bytes and inodes come to if they
     * go against each other, the half width of all lock bytes an inode with that of the inodes on what the start has more or less than it
     * (both by the triangle inequality), and its distance from the ends of all that it can be.
     */
    static LocksPerInode of(NodeMemory memory, MemoryTimeline timeline) {
        Interval locks = memory.lockBytes();
        Interval inodes = memory.cachedInodes();
        Start start = Start.of(timeline, memory.node());
        double ratio = locks.mean() / inodes.mean();
        double ofRatio = (locks.halfWidth() + ratio * inodes.halfWidth()) / inodes.mean();
        double whole = memory.bytesPerInode().map(all -> Math.min(ofRatio, all.halfWidth())).orElse(ofRatio);
        double came = inodes.mean() - start.inodes();
        double slope = came == 0 ? ratio : (locks.mean() - start.locks()) / came;
        if (came == 0 || slope >= ratio) {
            return new LocksPerInode(ratio, whole);
        }
        double each = Math.max(0, slope);
        double apart = (locks.halfWidth() + each * inodes.halfWidth()) / Math.abs(came);
        double byRatio = whole * inodes.mean() / Math.abs(came)
                + Math.abs(ratio * start.inodes() - start.locks()) / (came * came) * inodes.halfWidth();
        double ends = Math.max(each, ratio + whole - each);
        return new LocksPerInode(each, Math.min(ends, Math.min(apart, byRatio)));
    }

    /** What a node has as the run begins. */
    private record Start(double locks, double inodes) {

        static Start of(MemoryTimeline timeline, String node) {
            int index = timeline.nodes().indexOf(node);
            if (index < 0 || timeline.samples().isEmpty()) {
                return new Start(0, 0);
            }
            return new Start(timeline.samples().get(0).lockBytes().get(index), timeline.cachesOf(index).stream().filter(line -> line.cache().inode())
                    .mapToLong(line -> line.objects().get(0)).sum());
        }
    }
}
