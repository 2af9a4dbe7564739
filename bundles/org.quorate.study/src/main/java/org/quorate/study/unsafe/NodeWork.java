// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.unsafe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quorate.cluster.host.Distributions;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.OperationShare.Access;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.sim.Sampler;
import org.quorate.sim.ZipfSampler;

/** What one node's users do: operations drawn from the mix of a phase, done on the node's mount. Not thread-safe. */
final class NodeWork {

    private static final int NONE = -1;

    private final int node;
    private final int nodes;
    private final InitialFiles initial;
    private final FileTruth truth;
    private final NodeFiles files;
    private final RandomStream random;
    private final Map<OperationShare, Sampler> sizes = new HashMap<>();
    private final Map<OperationShare, ZipfSampler> zipf = new HashMap<>();
    private final Map<OperationShare, Long> turns = new HashMap<>();
    private long reads;
    private long staleReads;
    private long operations;

    NodeWork(NodeFiles files, int nodes, InitialFiles initial, FileTruth truth, RandomStreams streams) {
        this.node = files.node();
        this.nodes = nodes;
        this.initial = initial;
        this.truth = truth;
        this.files = files;
        random = streams.named("unsafe operations " + node);
    }

    /** Operations done; of those that read, how many; and how many of these got what was no longer so. */
    long operations() {
        return operations;
    }

    long reads() {
        return reads;
    }

    long staleReads() {
        return staleReads;
    }

    /** Time until the next operation, exponential. */
    long pause(double meanNanos) {
        return Math.max(1, Math.round(meanNanos * random.nextExponential()));
    }

    /** Does one operation of a mix. */
    void act(List<OperationShare> mix) {
        double total = mix.stream().mapToDouble(OperationShare::weight).sum();
        double at = random.nextDouble() * total;
        OperationShare chosen = mix.get(mix.size() - 1);
        for (OperationShare share : mix) {
            at -= share.weight();
            if (at < 0) {
                chosen = share;
                break;
            }
        }
        operations++;
        act(chosen);
    }

    private void act(OperationShare share) {
        int set = set(share.fileSet());
        switch (share.operation()) {
            case CREATE, MKDIR -> {
                int file = truth.nextFile();
                int directory = initial.sets().get(set).layout() == FileSet.Layout.SHARED ? 0
                        : initial.directories(set) == nodes ? node : random.nextInt(initial.directories(set));
                files.create(file, set, initial.directory(set, directory), share.operation() == Operation.MKDIR ? InitialFiles.BLOCK_BYTES : bytes(share));
                finish(share, files.view(file));
            }
            case READ, STAT, OPEN, READDIR -> read(target(share, set));
            case STATFS, FLOCK, FCNTL -> { }
            default -> change(share, set);
        }
    }

    private void change(OperationShare share, int set) {
        boolean removes = share.operation() == Operation.UNLINK || share.operation() == Operation.RMDIR;
        int file = removes ? ownTarget(share, set) : target(share, set);
        FileView view = file == NONE ? null : files.view(file);
        if (view == null || !view.present) {
            return;
        }
        switch (share.operation()) {
            case APPEND -> files.append(view, Math.max(1, bytes(share)));
            case WRITE -> files.overwrite(view);
            case SESSION -> {
                read(file);
                files.replace(view, Math.max(1, bytes(share)));
            }
            case CHMOD -> files.touch(view);
            case RENAME -> files.rename(view, view.directory);
            case MOVE -> files.rename(view, neighbour(set, view.directory));
            case UNLINK, RMDIR -> files.remove(view);
            case FSYNC -> files.fsync(view);
            default -> throw new IllegalStateException(share.operation() + " changes nothing");
        }
        finish(share, view);
    }

    private void finish(OperationShare share, FileView view) {
        if (share.fsync()) {
            files.fsync(view);
        }
    }

    private int neighbour(int set, int directory) {
        int first = initial.directory(set, 0);
        return first + (directory - first + 1) % initial.directories(set);
    }

    /** What a node reads is stale if another has changed it since the node read it, or if its name cannot be seen. */
    private void read(int file) {
        if (file == NONE) {
            return;
        }
        reads++;
        FileView view = files.view(file);
        Update last = truth.last(file);
        boolean stale = view == null ? !files.memory().seesName(truth.entryBlock(file), file)
                : last != null && last.node() != node && last.sequence() != view.sequence;
        staleReads += stale ? 1 : 0;
    }

    /** A file of its own that is still there, each once. */
    private int ownTarget(OperationShare share, int set) {
        long own = initial.sets().get(set).files() / nodes;
        long turn = turns.merge(share, 1L, Long::sum) - 1;
        if (turn < own) {
            return initial.file(set, node + nodes * turn);
        }
        List<Integer> made = truth.madeBy(node, set);
        return turn - own < made.size() ? made.get((int) (turn - own)) : NONE;
    }

    private int target(OperationShare share, int set) {
        long count = initial.sets().get(set).files();
        long turn = turns.merge(share, 1L, Long::sum) - 1;
        if (count == 0) {
            return madeTarget(share, set);
        }
        return initial.file(set, switch (share.access()) {
            case OWN -> neighbourly(count, node, turn);
            case NEXT -> neighbourly(count, (node + 1) % nodes, turn);
            case EACH -> turn % count;
            case ANY -> (long) (random.nextDouble() * count);
            case ZIPF -> zipf.computeIfAbsent(share, s -> new ZipfSampler(count, s.zipfExponent())).sample(random);
            case FIRST -> 0L;
            // What a node made and what falls on it differ; of the conflicts that matters little.
            case HASHED -> neighbourly(count, node, turn);
        });
    }

    /** The files of a node one after the other, whose numbers leave the node's as rest. */
    private long neighbourly(long count, int owner, long turn) {
        long own = (count - owner + nodes - 1) / nodes;
        return own < 1 ? owner % count : owner + nodes * (turn % own);
    }

    /** Of a set without files at the start: one that was made since. */
    private int madeTarget(OperationShare share, int set) {
        int owner = share.access() == Access.OWN ? node : share.access() == Access.NEXT ? (node + 1) % nodes : random.nextInt(nodes);
        List<Integer> made = truth.madeBy(owner, set);
        return made.isEmpty() ? NONE : made.get(random.nextInt(made.size()));
    }

    private int set(String name) {
        for (int i = 0; i < initial.sets().size(); i++) {
            if (initial.sets().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no file set " + name);
    }

    private long bytes(OperationShare share) {
        return sizes.computeIfAbsent(share, s -> Distributions.sampler(s.size())).sample(random);
    }
}
