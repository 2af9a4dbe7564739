// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quorate.model.FileSet;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;

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

    /** OCFS2 that several nodes share. */
    public List<Contender<Ocfs2Spec>> ocfs2() {
        return contenders(Ocfs2Spec.class).stream().filter(contender -> shares(contender.spec())).toList();
    }

    /** GFS2 that several nodes share. */
    public List<Contender<Gfs2Spec>> gfs2() {
        return contenders(Gfs2Spec.class).stream().filter(contender -> shares(contender.spec())).toList();
    }

    /** All file systems that several nodes share, in the order of the scenario. */
    public List<Contender<FileSystemSpec>> shared() {
        return contenders(FileSystemSpec.class).stream().filter(contender -> shares(contender.spec())).toList();
    }

    /** Has a lock manager. */
    private static boolean shares(FileSystemSpec spec) {
        return spec instanceof Ocfs2Spec ocfs2 ? ocfs2.stack() != Ocfs2Spec.Stack.LOCAL
                : spec instanceof Gfs2Spec gfs2 && gfs2.protocol() == Gfs2Spec.Protocol.LOCK_DLM;
    }

    /** Those whose members corosync knows: GFS2, and OCFS2 under Pacemaker. */
    public List<Contender<FileSystemSpec>> onCorosync() {
        return shared().stream().filter(contender -> !(contender.spec() instanceof Ocfs2Spec ocfs2)
                || ocfs2.stack() == Ocfs2Spec.Stack.PCMK).toList();
    }

    /** OCFS2 with a heartbeat and a network of its own. */
    public List<Contender<Ocfs2Spec>> onO2cb() {
        return ocfs2().stream().filter(contender -> contender.spec().stack() == Ocfs2Spec.Stack.O2CB).toList();
    }

    /** Every item of every mix, in the order of the scenario. */
    public List<Use> uses() {
        Map<String, FileSet> sets = scenario.workload().fileSets().stream().collect(Collectors.toMap(FileSet::name, Function.identity()));
        List<String> all = scenario.cluster().nodes().stream().map(Node::name).toList();
        List<Use> uses = new ArrayList<>();
        for (int i = 0; i < scenario.workload().phases().size(); i++) {
            Phase phase = scenario.workload().phases().get(i);
            List<String> working = phase.nodes().isEmpty() ? all : phase.nodes();
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

    /** Figures of a contender, if there was a run. */
    public Optional<ContenderResult> result(String label) {
        return run.flatMap(comparison -> comparison.contenders().stream().filter(result -> result.label().equals(label)).findFirst());
    }

    /** Figures of the contenders that are no private file system of each node; none without a run. */
    public List<ContenderResult> candidates() {
        return run.map(comparison -> comparison.contenders().stream().filter(result -> !result.baseline()).toList()).orElse(List.of());
    }

    /** Figures of the first private file system, if there was a run. */
    public Optional<ContenderResult> baseline() {
        return run.flatMap(comparison -> comparison.contenders().stream().filter(ContenderResult::baseline).findFirst());
    }

    /** A private file system of each node, as one of the contenders. */
    public List<Contender<LocalSpec>> local() {
        return contenders(LocalSpec.class);
    }
}
