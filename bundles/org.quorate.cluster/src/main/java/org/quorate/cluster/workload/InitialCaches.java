// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.workload;

import java.util.List;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.host.Distributions;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.NameSpace;
import org.quorate.model.FileSet;
import org.quorate.model.InitialState;
import org.quorate.model.Node;
import org.quorate.sim.RandomStream;
import org.quorate.sim.Sampler;

/** Builds the state in which the first phase starts, without simulating how it came about (design decision 10). */
public final class InitialCaches {

    /** Sizes drawn for each file set; file i has one of them. */
    private static final int SIZES = 4096;

    private InitialCaches() {
    }

    /** Completes the name space and, for a warm start, the caches. */
    public static void build(Machine machine, FileSystem fileSystem) {
        NameSpace names = machine.names();
        names.begin(fileSystem.placement(), sizes(machine));
        InitialState state = machine.scenario().initialState();
        if (state.caches() == InitialState.Caches.WARM) {
            warm(machine, fileSystem, state);
        }
    }

    private static long[][] sizes(Machine machine) {
        List<FileSet> sets = machine.names().sets();
        long[][] sizes = new long[sets.size()][SIZES];
        for (int set = 0; set < sizes.length; set++) {
            RandomStream random = machine.streams().named("initial sizes " + sets.get(set).name());
            Sampler sampler = Distributions.sampler(sets.get(set).size());
            for (int i = 0; i < SIZES; i++) {
                sizes[set][i] = sampler.sample(random);
            }
        }
        return sizes;
    }

    private static void warm(Machine machine, FileSystem fileSystem, InitialState state) {
        NameSpace names = machine.names();
        fileSystem.expectWarm(files(names, machine.nodes(), state));
        int only = state.by().map(name -> index(machine, name)).orElse(-1);
        for (int set = 0; set < names.sets().size(); set++) {
            for (int node = 0; node < machine.nodes() && state.isWarm(names.sets().get(set).name()); node++) {
                for (long i = names.firstOwn(set, node); i < names.endOwn(set, node); i++) {
                    fileSystem.warm(only >= 0 ? only : node, names.own(set, node, i));
                }
            }
        }
    }

    private static int files(NameSpace names, int nodes, InitialState state) {
        long files = 0;
        for (int set = 0; set < names.sets().size(); set++) {
            for (int node = 0; node < nodes && state.isWarm(names.sets().get(set).name()); node++) {
                files += names.endOwn(set, node) - names.firstOwn(set, node);
            }
        }
        return Math.toIntExact(files);
    }

    private static int index(Machine machine, String name) {
        List<Node> nodes = machine.scenario().cluster().nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no node " + name);
    }
}
