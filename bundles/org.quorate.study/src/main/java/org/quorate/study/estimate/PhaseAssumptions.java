// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quorate.model.AccessTimes;
import org.quorate.model.FileSet;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.HardwareProfile;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.study.estimate.Assumption.Kind;

/**
 * Looks for what in a phase the estimate cannot reckon with.
 *
 * @param scenario the scenario
 * @param spec     the contender
 * @param phase    the phase
 * @param sets     of each item of its mix, at its start
 * @param history  of the phases before
 * @param counts   operations by node and item
 */
record PhaseAssumptions(Scenario scenario, FileSystemSpec spec, Phase phase, FileSetState[] sets, History history, double[][] counts) {

    /** Part of the mean latency that may be several times as long, up to five times, and leaves the sum within the promise. */
    private static final double NEGLIGIBLE = Estimate.WITHIN / 4;
    /** Records of a truncate log of one block (kernel reference 4.3); age at which it is emptied. */
    private static final double LOGGED = 400;
    private static final double TRUNCATE_SECONDS = 2;
    /** Blocks by which a lookup finds a name in a directory that is new: the index and a leaf. */
    private static final double DIRECTORY_READS = 2;
    /** Threads a processor from which on those that a commit wakes mostly wait for it. */
    private static final int BURST = 4;
    /** Files and writes up to this have few extents, and leave a node's window of free space alone for long (kernel reference 4.3). */
    private static final double LARGE = 512 * 1024;
    /** Ten times what it takes until the last node has started (simulator: PhaseRun, 6 ms). */
    private static final double SHORTEST_SECONDS = 0.06;
    /** The same of a part that may be up to three times as long, or missing. */
    private static final double BY_CHANCE = Estimate.WITHIN / 2;
    /** Use of what all nodes share at which the wait for it, that of M/D/1, is as much of its service as the promise leaves open. */
    private static final double SHARED = 2 * Estimate.WITHIN / (1 + 2 * Estimate.WITHIN);
    private static final Set<Operation> ROUGH = Set.of(Operation.MKDIR, Operation.RMDIR, Operation.MOVE, Operation.FCNTL, Operation.STATFS);

    List<Assumption> broken(List<NodeClass> classes, MeanValues values) {
        List<Assumption> broken = new ArrayList<>();
        boolean clustered = !(spec instanceof LocalSpec);
        operations(broken);
        routing(broken);
        data(broken);
        files(broken);
        host(broken);
        journal(broken, classes);
        length(broken, classes, values);
        directories(broken, classes);
        if (phase.inTurn()) {
            broken.add(new Assumption(Kind.MIXED, "the nodes take turns", "throughput is that of nodes that do not wait for each other"));
        }
        if (phase.sequence() && phase.mix().size() > 1) {
            broken.add(new Assumption(Kind.MIXED, "each thread does its operations in sequence", "queues are those of a mix"));
        }
        if (clustered && history.unknownSince != null) {
            broken.add(new Assumption(Kind.CACHES, "phase " + history.unknownSince + " leaves caches that the tables do not tell",
                    "what is cached, and by whom, is guessed"));
        }
        if (clustered) {
            handOvers(broken, classes);
        }
        if (values.saturated != null) {
            broken.add(new Assumption(Kind.CAPACITY, "the load is more than the " + values.saturated + " can do", "there is no mean latency"));
        }
        return broken;
    }

    private static String name(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    private void operations(List<Assumption> broken) {
        for (OperationShare share : phase.mix()) {
            if (ROUGH.contains(share.operation()) && !(spec instanceof LocalSpec)) {
                broken.add(new Assumption(Kind.OPERATIONS, name(share.operation()) + " is not in the tables of demands",
                        "its figures are those of a similar operation"));
            }
        }
    }

    private void routing(List<Assumption> broken) {
        if (phase.mix().stream().anyMatch(share -> share.access() == OperationShare.Access.HASHED)) {
            broken.add(new Assumption(Kind.MIXED, "files belong to nodes by their hashes", "locks are reckoned as if any node used any file"));
        }
    }

    private void data(List<Assumption> broken) {
        for (OperationShare share : phase.mix()) {
            boolean moves = Usage.readsData(share.operation()) || Usage.writesData(share.operation());
            if (moves && share.how() != OperationShare.Way.BUFFERED) {
                broken.add(new Assumption(Kind.DATA, name(share.operation()) + " goes by " + share.how().name().toLowerCase(Locale.ROOT),
                        "its data is reckoned as if it went through the page cache"));
            } else if (moves && share.at() != OperationShare.Position.START) {
                broken.add(new Assumption(Kind.DATA, name(share.operation()) + " does not begin at the start of the file",
                        "what of a file is cached is not known"));
            }
        }
        for (int item = 0; item < sets.length; item++) {
            OperationShare share = phase.mix().get(item);
            double bytes = share.size().mean().value();
            boolean writes = Usage.writesData(share.operation()) || Usage.makes(share.operation());
            boolean large = writes ? bytes > LARGE : Usage.readsData(share.operation()) && sets[item].set.size().mean().value() > LARGE;
            if (large && !(spec instanceof LocalSpec)) {
                broken.add(new Assumption(Kind.DATA, name(share.operation()) + " works on large files or pieces",
                        "blocks that say where their data lies, and space that is set aside, are left out"));
            }
        }
        if (spec.accessTimes() != AccessTimes.NOATIME && phase.mix().stream().anyMatch(s -> s.operation() == Operation.READ
                || s.operation() == Operation.READDIR || s.operation() == Operation.SESSION)) {
            broken.add(new Assumption(Kind.ACCESS_TIMES, "mounted " + spec.accessTimes().option(), "writes of access times are left out"));
        }
        if (spec.securityLabels()) {
            broken.add(new Assumption(Kind.LABELS, "inodes have security labels", "their blocks are left out"));
        }
    }

    private void files(List<Assumption> broken) {
        for (int item = 0; item < sets.length; item++) {
            FileSet set = sets[item].set;
            Operation operation = phase.mix().get(item).operation();
            if (set.made() == FileSet.Made.ON_USE) {
                broken.add(new Assumption(Kind.FILES, "files of " + set.name() + " are made on use", "who makes them is not reckoned"));
            }
            if (set.layout() == FileSet.Layout.EACH || set.in().isPresent()) {
                broken.add(new Assumption(Kind.FILES, "files of " + set.name() + " lie in directories that the phases make",
                        "the state of these directories is not known"));
            }
            if (operation != Operation.CREATE && sets[item].live() < 1) {
                broken.add(new Assumption(Kind.FILES, "there are no files of " + set.name(), "operations find nothing to do"));
            }
            if (operation == Operation.UNLINK && removals(item) > sets[item].live()) {
                broken.add(new Assumption(Kind.FILES, "files of " + set.name() + " run out", "later removals find nothing to do"));
            }
        }
    }

    private double removals(int item) {
        double sum = 0;
        for (double[] count : counts) {
            sum += count[item];
        }
        return sum;
    }

    private void host(List<Assumption> broken) {
        HardwareProfile hardware = scenario.cluster().hardware();
        if (hardware.contention() > 1 || hardware.sharedCores() > 0) {
            broken.add(new Assumption(Kind.PROCESSORS, "the nodes share processors", "waits for these are left out"));
        }
        if (scenario.cluster().nodes().size() > 1 && scenario.cluster().nodes().stream().anyMatch(n -> n.cores() == 1)) {
            broken.add(new Assumption(Kind.PROCESSORS, "a node has one processor", "threads that take turns on it are left out"));
        }
    }

    private void journal(List<Assumption> broken, List<NodeClass> classes) {
        boolean syncs = phase.mix().stream().anyMatch(s -> s.fsync() || s.operation() == Operation.FSYNC);
        boolean several = phase.load() instanceof Phase.Open || phase.load() instanceof Phase.Closed closed && closed.threads() > 1;
        if (syncs && several && spec instanceof Gfs2Spec) {
            broken.add(new Assumption(Kind.JOURNAL, "several threads of a node flush the log", "how they wait for each other's flush is left out"));
        }
        if (syncs && phase.load() instanceof Phase.Closed closed && classes.stream().anyMatch(c -> closed.threads() > BURST * c.cores)) {
            broken.add(new Assumption(Kind.JOURNAL, "a commit wakes many threads at once", "how they wait for processors is reckoned roughly"));
        }
        truncateLog(broken, classes);
        double blocks = 0;
        for (NodeClass c : classes) {
            blocks = Math.max(blocks, dirtied(c.node));
        }
        double room = journalBlocks();
        if (blocks > room) {
            broken.add(new Assumption(Kind.JOURNAL, String.format(Locale.ROOT, "a node changes about %.0f blocks, and at %.0f its journal is"
                    + " written out", blocks, room), "transactions that wait for that are left out"));
        }
    }

    /** OCFS2 keeps a log of freed clusters, and checkpoints the journal when it is full or two seconds old (kernel reference 4.3). */
    private void truncateLog(List<Assumption> broken, List<NodeClass> classes) {
        if (!(spec instanceof Ocfs2Spec)) {
            return;
        }
        for (NodeClass c : classes) {
            double freed = 0;
            double all = 0;
            for (int item = 0; item < sets.length; item++) {
                Operation operation = phase.mix().get(item).operation();
                boolean frees = operation == Operation.UNLINK || operation == Operation.SESSION;
                freed += frees ? counts[c.node][item] * Sizes.above(sets[item].set.size(), Ocfs2Demands.INLINE_BYTES) : 0;
                all += counts[c.node][item];
            }
            if (freed > LOGGED || freed > 0 && all / c.throughput > TRUNCATE_SECONDS) {
                broken.add(new Assumption(Kind.JOURNAL, "freed clusters fill the truncate log, or wait there for two seconds",
                        "the checkpoints before it is emptied are left out"));
                return;
            }
        }
    }

    /** Blocks that a node's operations change, each once at most (kernel reference 4.5). */
    private double dirtied(int node) {
        double blocks = 0;
        for (int item = 0; item < sets.length; item++) {
            Operation operation = phase.mix().get(item).operation();
            if (Usage.makes(operation) || operation == Operation.UNLINK) {
                blocks += 2 * counts[node][item];
            } else if (Usage.changesFile(operation)) {
                double files = Reach.of(phase.mix().get(item)) == Reach.OWN ? sets[item].live(node) : sets[item].live();
                blocks += Math.min(files, counts[node][item]);
            }
        }
        return blocks;
    }

    /** Changed blocks at which a journal is written out: 2/5 of GFS2's (sd_log_thresh1), a quarter of jbd2's; XFS has room for more. */
    private double journalBlocks() {
        if (spec instanceof Gfs2Spec gfs2) {
            return gfs2.journal().value() / Prices.BLOCK_BYTES * 0.4;
        }
        return spec instanceof Ocfs2Spec ocfs2 ? ocfs2.journal().value() / Prices.BLOCK_BYTES * 0.25 : Double.MAX_VALUE;
    }

    /** In a phase that lasts for a time it is chance which directories of many are new in its measured part, and to which operations. */
    private void directories(List<Assumption> broken, List<NodeClass> classes) {
        double read = scenario.lun().service().read().mean().toNanos();
        for (NodeClass c : classes) {
            double reads = 0;
            for (int item = 0; item < sets.length; item++) {
                boolean many = c.weights[item] > 0 && c.met[item].directory().count() > 1;
                reads += many ? c.weights[item] * DIRECTORY_READS * c.met[item].directory().newBlocks(1) : 0;
            }
            if (!phase.counted() && reads * read > BY_CHANCE * c.meanLatency()) {
                broken.add(new Assumption(Kind.CACHES, "directories of a tree are read for the first time during the phase",
                        "to which operations that happens, and how often in the measured part, is reckoned roughly"));
                return;
            }
        }
    }

    /** Nodes start one after the other; in a short phase they hardly meet at what they share. */
    private void length(List<Assumption> broken, List<NodeClass> classes, MeanValues values) {
        double longest = 0;
        int active = 0;
        double shared = Math.max(values.lunUse, values.linkUse);
        for (NodeClass c : classes) {
            active += c.members.size();
            double operations = 0;
            for (double count : counts[c.node]) {
                operations += count;
            }
            longest = Math.max(longest, operations / c.throughput);
            shared = Math.max(shared, c.receiverUse);
        }
        if (phase.counted() && active > 1 && longest < SHORTEST_SECONDS && shared > SHARED) {
            broken.add(new Assumption(Kind.LENGTH, String.format(Locale.ROOT, "the phase lasts only %.1f ms", longest * 1000),
                    "nodes that start one after the other hardly wait for each other"));
        }
    }

    private void handOvers(List<Assumption> broken, List<NodeClass> classes) {
        double waits = 0;
        double all = 0;
        for (NodeClass c : classes) {
            double weight = c.members.size() * c.throughput;
            waits += weight * c.handOver;
            // queues make all of it longer, that behind hand-overs as well
            all += weight * Math.min(c.meanLatency(), c.alone + c.handOver);
        }
        if (classes.stream().anyMatch(c -> c.keepsLocks)) {
            broken.add(new Assumption(Kind.HAND_OVERS, "locks that other nodes want are kept for their minimum hold time",
                    "who gets them when is reckoned roughly: latencies may be several times as long"
                            + (phase.load() instanceof Phase.Open ? ", and the load may be more than can be carried" : "")));
        } else if (waits > NEGLIGIBLE * all) {
            broken.add(new Assumption(Kind.HAND_OVERS, String.format(Locale.ROOT,
                    "%.0f %% of the time without queues is waiting for locks that other nodes hold", 100 * waits / all),
                    "queues at these locks and what their holders have to write are reckoned roughly"));
        }
    }

    /** The phase is over: later ones begin with what it leaves. */
    void remember() {
        boolean rough = phase.mix().stream().anyMatch(s -> ROUGH.contains(s.operation()) && s.operation() != Operation.STATFS
                && s.operation() != Operation.FCNTL);
        boolean madeOnUse = false;
        for (FileSetState state : sets) {
            madeOnUse |= state.set.made() == FileSet.Made.ON_USE || state.set.layout() == FileSet.Layout.EACH;
        }
        if (rough || madeOnUse) {
            history.lose(phase.name());
        }
    }
}
