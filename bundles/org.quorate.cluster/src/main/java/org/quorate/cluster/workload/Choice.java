// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.List;
import java.util.Set;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Distributions;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.sim.Sampler;
import org.quorate.sim.ZipfSampler;

/**
 * Chooses operations, files and sizes of one phase. Every thread has random streams of its own for each purpose, so that the
 * contenders see the same choices whatever their timing (design decision 3). Not thread-safe.
 */
final class Choice {

    /** Of 64 nodes, all but one in 10^6 hashes are found by then. */
    private static final int MOST_TRIES = 900;
    /** Knuth's multiplier for hashes (The Art of Computer Programming 3, section 6.4): the golden ratio of 2^64. */
    private static final long HASH = 0x9E3779B97F4A7C15L;
    private static final int NO_FILE = -1;
    /** Operations that open their file with O_CREAT. */
    private static final Set<Operation> CREATING = Set.of(Operation.OPEN, Operation.READ, Operation.WRITE,
            Operation.APPEND, Operation.FLOCK, Operation.FCNTL, Operation.SESSION);

    private final Machine machine;
    private final NameSpace names;
    private final Frames frames;
    private final List<OperationShare> mix;
    private final double[] cumulative;
    private final int[] sets;
    private final Sampler[] sizes;
    private final ZipfSampler[] zipf;
    private final long[][] cursors;
    private final boolean[][] does;
    private final boolean sequence;
    private final RandomStreams streams;
    private RandomStream[] operations = new RandomStream[0];
    private RandomStream[] files = new RandomStream[0];
    private RandomStream[] lengths = new RandomStream[0];
    private RandomStream[] places = new RandomStream[0];
    /** Operations of a sequence that a thread has chosen so far. */
    private long[] chosen = new long[0];
    /** For each frame and item of the mix: the file used last, and where the last operation on it ended. */
    private int[][] lastFile = new int[0][];
    private long[][] position = new long[0][];

    Choice(Machine machine, Phase phase) {
        this.machine = machine;
        names = machine.names();
        frames = machine.frames();
        mix = phase.mix();
        streams = machine.streams();
        cumulative = new double[mix.size()];
        sets = new int[mix.size()];
        sizes = new Sampler[mix.size()];
        zipf = new ZipfSampler[mix.size()];
        cursors = new long[mix.size()][machine.nodes()];
        does = new boolean[mix.size()][machine.nodes()];
        sequence = phase.sequence();
        double sum = 0;
        for (int i = 0; i < mix.size(); i++) {
            OperationShare share = mix.get(i);
            sum += share.weight();
            cumulative[i] = sum;
            for (int node = 0; node < machine.nodes(); node++) {
                does[i][node] = share.nodes().isEmpty()
                        || share.nodes().contains(machine.scenario().cluster().nodes().get(node).name());
            }
            sets[i] = indexOf(share.fileSet());
            sizes[i] = Distributions.sampler(share.size());
            if (share.access() == OperationShare.Access.ZIPF) {
                zipf[i] = new ZipfSampler(Math.max(1, names.sets().get(sets[i]).files()), share.zipfExponent());
            }
        }
    }

    private int indexOf(String fileSet) {
        for (int i = 0; i < names.sets().size(); i++) {
            if (names.sets().get(i).name().equals(fileSet)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no file set " + fileSet);
    }

    /** Makes the random streams of a thread known by its frame. */
    void thread(String phase, int frame, int thread) {
        if (frame >= operations.length) {
            int size = Math.max(frame + 1, operations.length * 2);
            operations = java.util.Arrays.copyOf(operations, size);
            files = java.util.Arrays.copyOf(files, size);
            lengths = java.util.Arrays.copyOf(lengths, size);
            places = java.util.Arrays.copyOf(places, size);
            chosen = java.util.Arrays.copyOf(chosen, size);
            lastFile = java.util.Arrays.copyOf(lastFile, size);
            position = java.util.Arrays.copyOf(position, size);
        }
        chosen[frame] = 0;
        lastFile[frame] = new int[mix.size()];
        position[frame] = new long[mix.size()];
        java.util.Arrays.fill(lastFile[frame], NO_FILE);
        String who = phase + " " + frames.node(frame) + " " + thread;
        operations[frame] = streams.named("operation " + who);
        files[frame] = streams.named("file " + who);
        lengths[frame] = streams.named("size " + who);
        places[frame] = streams.named("place " + who);
    }

    OperationShare share(int index) {
        return mix.get(index);
    }

    /** A node has something to do in this phase. */
    boolean hasWork(int node) {
        for (boolean[] item : does) {
            if (item[node]) {
                return true;
            }
        }
        return false;
    }

    /** Operations of a node's thread in a phase that is done in sequence. */
    long sequenceLength(int node) {
        long sum = 0;
        for (int i = 0; i < mix.size(); i++) {
            sum += does[i][node] ? mix.get(i).count().orElse(0) : 0;
        }
        return sum;
    }

    /** Sets the registers of an operation. */
    void choose(int frame) {
        int node = frames.node(frame);
        int index = sequence ? next(frame, node) : chooseShare(operations[frame], node);
        OperationShare share = mix.get(index);
        frames.set(frame, Reg.SHARE, index);
        frames.set(frame, Reg.OPERATION, share.operation().ordinal());
        frames.set(frame, Reg.SET, sets[index]);
        frames.set(frame, Reg.BYTES, (int) Math.min(Integer.MAX_VALUE, sizes[index].sample(lengths[frame])));
        frames.set(frame, Reg.OFFSET, 0);
        frames.set(frame, Reg.WAY, share.how().ordinal());
        machine.openFiles().keeps(frame, share.keepOpen());
        switch (share.operation()) {
            case CREATE -> chosen(frame, NO_FILE, names.directoryForCreate(sets[index], node));
            case MKDIR -> chosen(frame, NO_FILE, names.directoryForDirectory(sets[index], node));
            case RMDIR -> chosen(frame, names.removeFirstDirectory(sets[index], node),
                    names.directoryForDirectory(sets[index], node));
            case STATFS, READDIR -> onDirectory(frame, share, index, node);
            default -> onFile(frame, share, index, node);
        }
    }

    private void chosen(int frame, int file, int directory) {
        frames.set(frame, Reg.FILE, file);
        frames.set(frame, Reg.DIRECTORY, directory);
    }

    private void onDirectory(int frame, OperationShare share, int index, int node) {
        int file = existing(share, index, node, files[frame]);
        chosen(frame, file, file == NO_FILE ? names.directoryForDirectory(sets[index], node) : names.directoryOf(file));
    }

    private void onFile(int frame, OperationShare share, int index, int node) {
        int file = share.operation() == Operation.UNLINK ? victim(share, index, node)
                : existing(share, index, node, files[frame]);
        if (file != NO_FILE && names.unborn(file) && !CREATING.contains(share.operation())) {
            file = NO_FILE;
        }
        chosen(frame, file, file == NO_FILE ? names.directoryForDirectory(sets[index], node) : names.directoryOf(file));
        if (share.operation() == Operation.MOVE && file != NO_FILE) {
            int target = names.directoryForMove(sets[index], node, file);
            frames.set(frame, Reg.TARGET, target);
            if (target == frames.get(frame, Reg.DIRECTORY)) {
                frames.set(frame, Reg.FILE, NO_FILE); // it is there already
            }
        }
        if (share.at() == OperationShare.Position.NEXT && file != NO_FILE) {
            advance(frame, index, file);
        } else if (share.at() == OperationShare.Position.RANDOM && file != NO_FILE) {
            long bytes = Math.max(1, frames.get(frame, Reg.BYTES));
            long at = (long) (places[frame].nextDouble() * Math.max(1, length(index, file) / bytes)) * bytes;
            frames.set(frame, Reg.OFFSET, (int) Math.min(Integer.MAX_VALUE, at / Reg.OFFSET_BYTES));
        }
    }

    /** Length of a file, or for writes the length that its set says it will have. */
    private long length(int index, int file) {
        long size = Math.max(0, names.bytesOf(file));
        return mix.get(index).operation() == Operation.WRITE
                ? Math.max(size, names.sets().get(sets[index]).size().mean().value()) : size;
    }

    /** The operation begins where the last one on the file ended; a write goes on until the file is as long as its set says. */
    private void advance(int frame, int index, int file) {
        long at = lastFile[frame][index] == file ? position[frame][index] : 0;
        if (at >= length(index, file)) {
            at = 0;
        }
        frames.set(frame, Reg.OFFSET, (int) Math.min(Integer.MAX_VALUE, at / Reg.OFFSET_BYTES));
        lastFile[frame][index] = file;
        position[frame][index] = at + frames.get(frame, Reg.BYTES);
    }

    /** The item of a sequence that a thread is at. */
    private int next(int frame, int node) {
        long number = chosen[frame]++;
        int index = 0;
        while (!does[index][node] || number >= mix.get(index).count().orElse(0)) {
            number -= does[index][node] ? mix.get(index).count().orElse(0) : 0;
            index++;
        }
        return index;
    }

    private int chooseShare(RandomStream random, int node) {
        if (cumulative.length == 1) {
            return 0;
        }
        int index;
        do {
            double x = random.nextDouble() * cumulative[cumulative.length - 1];
            index = 0;
            while (x >= cumulative[index]) {
                index++;
            }
        } while (!does[index][node]);
        return index;
    }

    private int victim(OperationShare share, int index, int node) {
        int owner = share.access() == OperationShare.Access.NEXT ? (node + 1) % machine.nodes() : node;
        return names.removeFirstOwn(sets[index], owner);
    }

    private int existing(OperationShare share, int index, int node, RandomStream random) {
        int set = sets[index];
        int nodes = machine.nodes();
        return switch (share.access()) {
            case OWN -> inOrder(set, node, index, node);
            case NEXT -> inOrder(set, (node + 1) % nodes, index, node);
            case EACH -> each(set, cursors[index][node]++);
            case FIRST -> at(set, 0, 0);
            case ANY -> any(set, random);
            case HASHED -> hashed(set, node, random);
            case ZIPF -> {
                long rank = zipf[index].sample(random);
                yield at(set, (int) (rank % nodes), rank / nodes);
            }
        };
    }

    private int any(int set, RandomStream random) {
        long most = 0;
        for (int node = 0; node < machine.nodes(); node++) {
            most = Math.max(most, names.endOwn(set, node) - names.firstOwn(set, node));
        }
        return most == 0 ? NO_FILE : at(set, random.nextInt(machine.nodes()), (long) (random.nextDouble() * most));
    }

    /** Of files at random, the first whose hash falls on the node; any, if the set has none of them. */
    private int hashed(int set, int node, RandomStream random) {
        int file = any(set, random);
        for (int i = 0; i < MOST_TRIES && file != NO_FILE && (file * HASH >>> 33) % machine.nodes() != node; i++) {
            file = any(set, random);
        }
        return file;
    }

    private int inOrder(int set, int owner, int index, int node) {
        return at(set, owner, cursors[index][node]++);
    }

    /** The n-th living file of all, node by node, wrapping round. */
    private int each(int set, long position) {
        long living = 0;
        for (int node = 0; node < machine.nodes(); node++) {
            living += names.endOwn(set, node) - names.firstOwn(set, node);
        }
        long left = living == 0 ? 0 : position % living;
        for (int node = 0; node < machine.nodes(); node++) {
            long own = names.endOwn(set, node) - names.firstOwn(set, node);
            if (left < own) {
                return names.own(set, node, names.firstOwn(set, node) + left);
            }
            left -= own;
        }
        return NO_FILE;
    }

    /** The n-th living file of a node, wrapping round; another node's if it has none. */
    private int at(int set, int owner, long position) {
        for (int i = 0; i < machine.nodes(); i++) {
            int node = (owner + i) % machine.nodes();
            long first = names.firstOwn(set, node);
            long living = names.endOwn(set, node) - first;
            if (living > 0) {
                return names.own(set, node, first + position % living);
            }
        }
        return NO_FILE;
    }
}
