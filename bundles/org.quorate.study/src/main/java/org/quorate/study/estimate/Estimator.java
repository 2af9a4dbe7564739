// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.quorate.model.FileSet;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.InitialState;
import org.quorate.model.KernelProfile;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;

/** Estimates scenarios. Pure functions, thread-safe; the same scenario gives the same figures. */
public final class Estimator {

    /** fs/dlm acknowledges since protocol 3.2 (kernel reference 2.1). */
    private static final int ACKNOWLEDGES = 2;

    private Estimator() {
    }

    /** The same, to its end. */
    public static Estimate of(Scenario scenario, Function<String, KernelProfile> kernels) {
        return of(scenario, kernels, () -> false);
    }

    /**
     * Estimates every contender of a scenario. Takes milliseconds, with many nodes tenths of a second.
     *
     * @param kernels   finds the profile of a kernel version
     * @param cancelled asked every few milliseconds, in this thread
     * @throws CancellationException    if cancelled
     * @throws IllegalArgumentException if {@code kernels} does not know the scenario's kernel
     */
    public static Estimate of(Scenario scenario, Function<String, KernelProfile> kernels, BooleanSupplier cancelled) {
        KernelProfile kernel = kernels.apply(scenario.cluster().kernel());
        List<Estimate.Contender> contenders = new ArrayList<>();
        for (FileSystemSpec spec : scenario.fileSystems()) {
            contenders.add(contender(scenario, spec, kernel, cancelled));
        }
        return new Estimate(Estimate.FORMAT, scenario.name(), kernel.version(), contenders);
    }

    private static Estimate.Contender contender(Scenario scenario, FileSystemSpec spec, KernelProfile kernel, BooleanSupplier cancelled) {
        Prices prices = Prices.of(scenario, spec);
        Demands demands = demands(scenario, spec, kernel, prices);
        FileSetState[] states = states(scenario);
        List<Estimate.PhaseFigures> phases = new ArrayList<>();
        History history = new History();
        for (Phase phase : scenario.workload().phases()) {
            Estimate.PhaseFigures figures = new PhaseEstimate(scenario, spec, prices, demands, phase, states, history).figures(cancelled);
            if (phase.measured() && !phase.mix().isEmpty()) {
                phases.add(figures);
            }
        }
        return new Estimate.Contender(spec.label(), phases);
    }

    private static Demands demands(Scenario scenario, FileSystemSpec spec, KernelProfile kernel, Prices prices) {
        int nodes = scenario.cluster().nodes().size();
        boolean acknowledges = kernel.dlmMinor() >= ACKNOWLEDGES;
        if (spec instanceof Ocfs2Spec ocfs2) {
            Locking locks = switch (ocfs2.stack()) {
                case O2CB -> O2dlm.of(prices, nodes);
                case PCMK -> new FsDlm(prices, nodes, 1, acknowledges);
                case LOCAL -> new NoLocking();
            };
            return new Ocfs2Demands(prices, locks, ocfs2, kernel, nodes);
        }
        if (spec instanceof Gfs2Spec gfs2) {
            Locking locks = switch (gfs2.protocol()) {
                case LOCK_DLM -> new FsDlm(prices, nodes, 2, acknowledges);
                case LOCK_NOLOCK -> new NoLocking();
            };
            double groups = Math.floor(scenario.lun().size().value() / (double) gfs2.resourceGroup().value());
            return new Gfs2Demands(prices, locks, gfs2, kernel, nodes, groups);
        }
        return new LocalDemands(prices, (LocalSpec) spec);
    }

    private static FileSetState[] states(Scenario scenario) {
        int nodes = scenario.cluster().nodes().size();
        List<FileSet> sets = scenario.workload().fileSets();
        FileSetState[] states = new FileSetState[sets.size()];
        Arrays.setAll(states, i -> new FileSetState(sets.get(i), nodes));
        InitialState initial = scenario.initialState();
        int by = initial.by().map(name -> indexOf(scenario, name)).orElse(-1);
        for (FileSetState state : states) {
            if (initial.isWarm(state.set.name())) {
                state.masterOfAll = by;
                for (int owner = 0; owner < nodes; owner++) {
                    state.warm(by >= 0 ? by : owner, owner);
                }
            }
        }
        return states;
    }

    private static int indexOf(Scenario scenario, String name) {
        for (int node = 0; node < scenario.cluster().nodes().size(); node++) {
            if (scenario.cluster().nodes().get(node).name().equals(name)) {
                return node;
            }
        }
        return -1;
    }
}
