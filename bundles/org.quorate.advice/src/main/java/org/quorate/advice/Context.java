// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.quorate.model.FileSet;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.study.result.Comparison;

/**
 * What a rule may look at. Immutable.
 *
 * @param scenario the design
 * @param run      a comparison of its file systems; absent: none was made
 */
public record Context(Scenario scenario, Optional<Comparison> run) {

    /** Number of nodes of the cluster. */
    public int nodes() {
        return scenario.cluster().nodes().size();
    }

    /** The contenders of that kind, in the order of the scenario. */
    public <T extends FileSystemSpec> List<Contender<T>> contenders(Class<T> kind) {
        List<Contender<T>> found = new ArrayList<>();
        for (int i = 0; i < scenario.fileSystems().size(); i++) {
            if (kind.isInstance(scenario.fileSystems().get(i))) {
                found.add(new Contender<>(i, kind.cast(scenario.fileSystems().get(i))));
            }
        }
        return found;
    }

    /** The contenders of that kind that have a lock manager, be it for one node. */
    public <T extends FileSystemSpec> List<Contender<T>> clustered(Class<T> kind) {
        return contenders(kind).stream().filter(contender -> hasLockManager(contender.spec())).toList();
    }

    /** The contenders of that kind that several nodes share. */
    public <T extends FileSystemSpec> List<Contender<T>> shared(Class<T> kind) {
        return nodes() < 2 ? List.of() : clustered(kind);
    }

    /** Several nodes share a file system. */
    public boolean sharing() {
        return !shared(FileSystemSpec.class).isEmpty();
    }

    private static boolean hasLockManager(FileSystemSpec spec) {
        return spec instanceof Ocfs2Spec ocfs2 ? ocfs2.stack() != Ocfs2Spec.Stack.LOCAL
                : spec instanceof Gfs2Spec gfs2 && gfs2.protocol() == Gfs2Spec.Protocol.LOCK_DLM;
    }

    /** Those that several nodes share and whose members corosync knows: GFS2, and OCFS2 under Pacemaker. */
    public List<Contender<FileSystemSpec>> onCorosync() {
        return shared(FileSystemSpec.class).stream().filter(contender -> !(contender.spec() instanceof Ocfs2Spec ocfs2)
                || ocfs2.stack() == Ocfs2Spec.Stack.PCMK).toList();
    }

    /** OCFS2 that several nodes share, with a heartbeat and a network of its own. */
    public List<Contender<Ocfs2Spec>> onO2cb() {
        return shared(Ocfs2Spec.class).stream().filter(contender -> contender.spec().stack() == Ocfs2Spec.Stack.O2CB).toList();
    }

    /** The items of all mixes that are of interest, in the order of the scenario. */
    public List<Use> uses(Predicate<Use> ofInterest) {
        return uses().stream().filter(ofInterest).toList();
    }

    /** Every item of every mix, in the order of the scenario. */
    public List<Use> uses() {
        Map<String, FileSet> sets = scenario.workload().fileSets().stream().collect(Collectors.toMap(FileSet::name, Function.identity()));
        List<String> all = scenario.cluster().nodes().stream().map(Node::name).toList();
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < scenario.workload().phases().size(); i++) {
            Phase phase = scenario.workload().phases().get(i);
            List<String> working = phase.workers(all);
            for (int j = 0; j < phase.mix().size(); j++) {
                OperationShare share = phase.mix().get(j);
                uses.add(new Use("workload.phases[" + i + "].mix[" + j + "]", phase, share, sets.get(share.fileSet()),
                        share.nodes().isEmpty() ? working : share.nodes()));
            }
        }
        return uses;
    }

    /** Path of a field of a file set. */
    public String path(FileSet set, String field) {
        return "workload.fileSets[" + scenario.workload().fileSets().indexOf(set) + "]." + field;
    }

    /** The file set whose directories a set lies in: itself, unless it says otherwise. */
    public FileSet home(FileSet set) {
        return set.in().flatMap(name -> scenario.workload().fileSets().stream().filter(other -> other.name().equals(name)).findFirst())
                .map(this::home).orElse(set);
    }

    /** Figures of every contender in every phase, in the order of the run; none without a run. */
    public List<Measured> measured() {
        return run.map(comparison -> comparison.contenders().stream()
                .flatMap(contender -> contender.phases().stream().map(phase -> new Measured(contender, phase))).toList()).orElse(List.of());
    }

    /** The same of one contender. */
    public List<Measured> measured(Contender<?> contender) {
        return measured().stream().filter(figures -> figures.contender().label().equals(contender.label())).toList();
    }

    /** The same of the contenders that are no private file system of each node. */
    public List<Measured> candidates() {
        return measured().stream().filter(figures -> !figures.baseline()).toList();
    }
}
