// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.List;
import org.quorate.cluster.engine.Frames;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.SizeDistribution;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.sim.Sampler;
import org.quorate.sim.ZipfSampler;

/**
 * Chooses operations, files and sizes of one phase. Every thread has random streams of its own for each purpose, so that the
 * contenders see the same choices whatever their timing (design decision 3). Not thread-safe.
 */
final class Choice {

    private static final int NO_FILE = -1;

    private final Machine machine;
    private final NameSpace names;
    private final Frames frames;
    private final List<OperationShare> mix;
    private final double[] cumulative;
    private final int[] sets;
    private final Sampler[] sizes;
    private final ZipfSampler[] zipf;
    private final long[][] cursors;
    private final RandomStreams streams;
    private RandomStream[] operations = new RandomStream[0];
    private RandomStream[] files = new RandomStream[0];
    private RandomStream[] lengths = new RandomStream[0];

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
        double sum = 0;
        for (int i = 0; i < mix.size(); i++) {
            OperationShare share = mix.get(i);
            sum += share.weight();
            cumulative[i] = sum;
            sets[i] = indexOf(share.fileSet());
            sizes[i] = sampler(share.size());
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

    static Sampler sampler(SizeDistribution size) {
        long mean = size.mean().value();
        return switch (size.shape()) {
            case CONSTANT -> Sampler.constant(mean);
            case EXPONENTIAL -> mean == 0 ? Sampler.constant(0) : Sampler.exponential(mean);
            case LOGNORMAL -> mean == 0 ? Sampler.constant(0) : Sampler.lognormal(mean, size.variation());
        };
    }

    /** Makes the random streams of a thread known by its frame. */
    void thread(String phase, int frame, int thread) {
        if (frame >= operations.length) {
            int size = Math.max(frame + 1, operations.length * 2);
            operations = java.util.Arrays.copyOf(operations, size);
            files = java.util.Arrays.copyOf(files, size);
            lengths = java.util.Arrays.copyOf(lengths, size);
        }
        String who = phase + " " + frames.node(frame) + " " + thread;
        operations[frame] = streams.named("operation " + who);
        files[frame] = streams.named("file " + who);
        lengths[frame] = streams.named("size " + who);
    }

    OperationShare share(int index) {
        return mix.get(index);
    }

    /** Sets the registers of an operation. */
    void choose(int frame) {
        int index = chooseShare(operations[frame]);
        OperationShare share = mix.get(index);
        int node = frames.node(frame);
        frames.set(frame, Reg.SHARE, index);
        frames.set(frame, Reg.OPERATION, share.operation().ordinal());
        frames.set(frame, Reg.SET, sets[index]);
        frames.set(frame, Reg.BYTES, (int) Math.min(Integer.MAX_VALUE, sizes[index].sample(lengths[frame])));
        if (share.operation() == Operation.CREATE || share.operation() == Operation.MKDIR) {
            frames.set(frame, Reg.FILE, NO_FILE);
            frames.set(frame, Reg.DIRECTORY, names.directoryForCreate(sets[index], node));
            return;
        }
        int file = share.operation() == Operation.UNLINK ? victim(share, index, node)
                : existing(share, index, node, files[frame]);
        frames.set(frame, Reg.FILE, file);
        frames.set(frame, Reg.DIRECTORY, file == NO_FILE ? names.directoryForCreate(sets[index], node)
                : names.directoryOf(file));
    }

    private int chooseShare(RandomStream random) {
        if (cumulative.length == 1) {
            return 0;
        }
        double x = random.nextDouble() * cumulative[cumulative.length - 1];
        int index = 0;
        while (x >= cumulative[index]) {
            index++;
        }
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
            case FIRST -> at(set, 0, 0);
            case ANY -> {
                long most = 0;
                for (int n = 0; n < nodes; n++) {
                    most = Math.max(most, names.endOwn(set, n) - names.firstOwn(set, n));
                }
                yield most == 0 ? NO_FILE : at(set, random.nextInt(nodes), (long) (random.nextDouble() * most));
            }
            case ZIPF -> {
                long rank = zipf[index].sample(random);
                yield at(set, (int) (rank % nodes), rank / nodes);
            }
        };
    }

    private int inOrder(int set, int owner, int index, int node) {
        return at(set, owner, cursors[index][node]++);
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
