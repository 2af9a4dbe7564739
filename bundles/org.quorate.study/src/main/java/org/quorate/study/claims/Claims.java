// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.quorate.study.claims.Claim.Side;
import org.quorate.study.claims.Contrast.Between;
import org.quorate.study.claims.Contrast.Less;
import org.quorate.study.claims.Contrast.More;
import org.quorate.study.result.Figure;

/** The claims. */
public final class Claims {

    private static final String ARTICLE = "Implementing Cluster-Aware Filesystems on iSCSI LUNs for Multi-Server Web Applications,"
            + " serverdevworker.com/8958273c4, without a measurement";
    private static final String FOLKLORE = "told in many places, without a measurement";
    private static final String BROWN = "A. Brown, linux-cluster, February 2011 (2011-February/019461)";

    private static final List<Sharing> ALL = List.of(Sharing.values());
    private static final List<Sharing> SHARED = List.of(Sharing.ONE_DIRECTORY, Sharing.SAME_FILES);
    private static final List<Integer> NODES = List.of(2, 4, 8);

    /** Four threads a node that are mostly idle: latency is that of the operation, not of a queue. */
    private static final Map<String, String> CALM = calm(1000);
    private static final Map<String, String> BUSY = Map.of("files", "1000", "think", "0 ms");
    private static final Map<String, String> STREAMS = Map.of("files", "64");
    private static final Map<String, String> TREE = Map.of("files", "5000");

    private Claims() {
    }

    /** All of them, each with an id of its own. */
    public static List<Claim> all() {
        Side ocfs2 = Side.of("ocfs2");
        Side gfs2 = Side.of("gfs2");
        Side ext4 = Side.of("ext4");
        return List.of(
                new Claim("ocfs2-metadata", "OCFS2 adds 5 to 15 % to the latency of metadata operations", ARTICLE,
                        "mean latency of stat, open, chmod, rename, create and unlink, OCFS2 against a local ext4; of cached files that"
                                + " nobody changes nothing is said, as there only the CPU time of the code differs, which the simulator has"
                                + " alike for all file systems",
                        "metadata", Figure.MIX_LATENCY, ocfs2.with(CALM), ext4.with(CALM), new Between(0.05, 0.15), ALL, NODES),
                new Claim("gfs2-metadata", "GFS2 adds 5 to 15 % to the latency of metadata operations",
                        "the same of the other file system, for comparison",
                        "mean latency of stat, open, chmod, rename, create and unlink, GFS2 against a local ext4",
                        "metadata", Figure.MIX_LATENCY, gfs2.with(CALM), ext4.with(CALM), new Between(0.05, 0.15), ALL, NODES),
                new Claim("gfs2-lock-memory", "GFS2 needs more memory for locks", ARTICLE,
                        "lock memory of the fullest node after the same mix of metadata operations for the same time, GFS2 against OCFS2",
                        "metadata", Figure.LOCK_MEMORY, gfs2.with(CALM), ocfs2.with(CALM), new More(), ALL, NODES),
                new Claim("gfs2-small-files", "GFS2 is better for small files with heavy metadata", FOLKLORE,
                        "mean latency of create, read, stat and unlink of files of 4 KiB, GFS2 against OCFS2",
                        "small-files", Figure.MIX_LATENCY, gfs2.with(CALM), ocfs2.with(CALM), new Less(), ALL, NODES),
                new Claim("ocfs2-sequential", "OCFS2 is better at large sequential writes", FOLKLORE,
                        "bytes written a second in appends of 8 MiB with fsync, OCFS2 against GFS2; as they are mounted by default, at fsync GFS2"
                                + " flushes the cache of the LUN and OCFS2 does not, which can only help OCFS2 here",
                        "sequential", Figure.THROUGHPUT, ocfs2.with(STREAMS), gfs2.with(STREAMS), new More(), ALL, NODES),
                directory("ocfs2", ocfs2), directory("gfs2", gfs2),
                new Claim("gfs2-one-directory", "When several nodes work in one directory, the rate of a node falls to less than a"
                        + " five-hundredth", BROWN + ": 5000 locks a second on one node, single digits on three",
                        "metadata operations a second of a node, one node of GFS2 alone against each of several",
                        "metadata", Figure.THROUGHPUT, gfs2.with(BUSY).on(1), gfs2.with(BUSY),
                        new Between(499, Double.POSITIVE_INFINITY), SHARED, NODES),
                new Claim("gfs2-cold-scan", "A backup that finds nothing to do takes 150 to 210 times as long as on ext4",
                        BROWN + ": 2.1 million files, 20 to 28 hours against 8 minutes",
                        "stat of every file of a tree of 5,000 files by one node with cold caches after the others have used them, GFS2 against ext4",
                        "scan", Figure.MIX_LATENCY, gfs2.with(TREE), ext4.with(TREE), new Between(149, 209),
                        List.of(Sharing.SAME_FILES), NODES));
    }

    private static Map<String, String> calm(int filesOfADirectory) {
        return Map.of("files", Integer.toString(filesOfADirectory), "think", "exponential 20 ms");
    }

    /** Twice as many files as said against half as many: whoever calls that unusable means at least a doubling. */
    private static Claim directory(String label, Side side) {
        return new Claim(label + "-directory-size", "More than 500 to 700 files in a directory are unusable", FOLKLORE,
                "mean latency of metadata operations in a directory of 1,400 files against one of 350, " + label.toUpperCase(Locale.ROOT)
                        + ": true if it at least doubles",
                "metadata", Figure.MIX_LATENCY, side.with(calm(1400)), side.with(calm(350)),
                new Between(1, Double.POSITIVE_INFINITY), ALL, NODES);
    }
}
