// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.Bytes;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Spelling;
import org.quorate.model.TimeDistribution;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.WorkloadFields.Mix;
import org.quorate.model.yaml.WorkloadFields.Phases;
import org.quorate.model.yaml.WorkloadFields.Sets;

/** What must hold between the fields of {@code workload} and the rest. */
final class WorkloadChecks {

    private final Problems problems;
    private final Optional<Set<String>> nodes;
    private final Optional<Bytes> volume;
    private final List<Section> sets;
    private final List<Section> phases;
    private final Map<String, Section> setsByName = new LinkedHashMap<>();
    /** False if a file set has no valid name, for then it cannot be said which exist. */
    private boolean allSetsNamed;

    WorkloadChecks(Section scenario, Problems problems) {
        this.problems = problems;
        this.nodes = CrossChecks.nodeNames(scenario.given(ScenarioFields.CLUSTER));
        this.volume = scenario.given(ScenarioFields.LUN).flatMap(lun -> lun.given(LunFields.SIZE));
        Optional<Section> workload = scenario.given(ScenarioFields.WORKLOAD);
        this.sets = workload.flatMap(section -> section.given(WorkloadFields.FILE_SETS)).orElse(List.of());
        this.phases = workload.flatMap(section -> section.given(WorkloadFields.PHASES)).orElse(List.of());
        this.allSetsNamed = workload.map(section -> section.complete(WorkloadFields.FILE_SETS)).orElse(false);
        for (Section set : sets) {
            Optional<String> name = set.given(Sets.NAME);
            name.ifPresent(known -> setsByName.putIfAbsent(known, set));
            allSetsNamed &= name.isPresent();
        }
    }

    void check() {
        CrossChecks.unique(sets, Sets.NAME, problems);
        CrossChecks.unique(sets, Sets.PATH, problems);
        CrossChecks.unique(phases, Phases.NAME, problems);
        sets.forEach(this::fileSet);
        capacity();
        Set<String> filled = new HashSet<>();
        for (Section phase : phases) {
            load(phase);
            duration(phase);
            nodes(phase, Phases.NODES);
            List<Section> mix = phase.or(Phases.MIX, List.of());
            mix.forEach(share -> share.given(Mix.FILE_SET).filter(set -> creates(share)).ifPresent(filled::add));
            mix.forEach(share -> share(share, filled));
            new MixChecks(phase, setsByName, problems).check();
            mix.forEach(share -> nodes(share, Mix.NODES));
        }
    }

    private void error(Section section, Field<?> field, String message, String allowed) {
        problems.error(section.at(field), section.pathOf(field), message, allowed);
    }

    private void fileSet(Section set) {
        set.given(Sets.IN).ifPresent(parent -> inside(set, parent));
        if (set.effective(Sets.MADE).equals(Optional.of(FileSet.Made.ON_USE)) && set.effective(Sets.FILES).equals(Optional.of(0L))) {
            error(set, Sets.MADE, "there are no files to be made on use", "files: more than 0, or made: at-start");
        }
        boolean tree = set.effective(Sets.LAYOUT).equals(Optional.of(FileSet.Layout.TREE));
        if (set.has(Sets.DIRECTORIES) && !tree && set.effective(Sets.LAYOUT).isPresent()) {
            error(set, Sets.DIRECTORIES, "only the layout tree has a number of directories", "none, or layout: tree");
        }
    }

    /** The directories of another set: it must be listed before, and this set has none of its own then. */
    private void inside(Section set, String name) {
        Section parent = setsByName.get(name);
        if (parent == null || sets.indexOf(parent) >= sets.indexOf(set)) {
            if (allSetsNamed) {
                error(set, Sets.IN, parent == null ? "there is no file set " + UnitFormat.quote(name)
                        + Spelling.hint(name, setsByName.keySet()) : "the set must be listed before this one", "a set listed before");
            }
            return;
        }
        boolean each = set.given(Sets.LAYOUT).equals(Optional.of(FileSet.Layout.EACH));
        if (parent.effective(Sets.LAYOUT).equals(Optional.of(FileSet.Layout.EACH))) {
            error(set, Sets.IN, "directories of the layout each hold one file", "a set of another layout");
        } else if (set.has(Sets.PATH) || set.has(Sets.DIRECTORIES) || set.has(Sets.LAYOUT) && !each) {
            error(set, Sets.IN, "path, layout and directories are those of the other set", "none of them, or layout: each");
        }
    }

    private void capacity() {
        double total = 0;
        for (Section set : sets) {
            total += set.effective(Sets.FILES).orElse(0L)
                    * (double) set.effective(Sets.SIZE).map(size -> size.mean().value()).orElse(0L);
        }
        if (volume.isPresent() && total > volume.get().value()) {
            error(sets.get(0), Sets.FILES, "all file sets together are larger than the LUN",
                    "at most " + UnitFormat.format(volume.get()) + " together");
        }
    }

    private void load(Section phase) {
        boolean open = phase.has(Phases.OPEN);
        if (open && phase.has(Phases.CLOSED)) {
            error(phase, Phases.OPEN, "a phase is either open or closed", "one of the two");
        }
        if (open && phase.has(Phases.OPERATIONS)) {
            error(phase, Phases.OPERATIONS, "an open load has no threads to count operations of", "a duration");
        }
        if (!phase.effective(Phases.IN_TURN).equals(Optional.of(true))) {
            return;
        }
        Optional<Integer> threads = phase.section(Phases.CLOSED).effective(Phases.THREADS);
        if (open || threads.isPresent() && threads.get() > 1) {
            error(phase, Phases.IN_TURN, "only single threads can take turns", "closed with threads: 1");
        }
    }

    private void duration(Section phase) {
        Optional<Duration> duration = phase.given(Phases.DURATION);
        boolean sequence = phase.effective(Phases.SEQUENCE).equals(Optional.of(true));
        if (sequence && (phase.has(Phases.OPERATIONS) || phase.has(Phases.DURATION))) {
            error(phase, Phases.SEQUENCE, "ends when its operations are done", "neither duration nor operationsPerThread");
        }
        if (!phase.has(Phases.OPERATIONS) && !sequence) {
            if (!phase.has(Phases.DURATION)) {
                error(phase, Phases.DURATION, "is missing, and there is no operationsPerThread or sequence either",
                        "one of them");
            } else if (duration.isPresent() && duration.get().isZero()) {
                error(phase, Phases.DURATION, "the phase would end before it starts", "more than 0");
            }
            Optional<Duration> warmUp = phase.given(Phases.WARM_UP);
            if (duration.isPresent() && warmUp.isPresent() && !warmUp.get().isZero()
                    && warmUp.get().compareTo(duration.get()) >= 0) {
                error(phase, Phases.WARM_UP, "leaves nothing to measure", "less than " + UnitFormat.format(duration.get()));
            }
        }
    }

    private void nodes(Section section, Field<List<String>> field) {
        List<String> names = section.or(field, List.of());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String path = section.pathOf(field) + "[" + i + "]";
            Span at = section.at(field, i);
            if (!seen.add(names.get(i))) {
                problems.error(at, path, "stands here twice", "each node once");
            }
            CrossChecks.nodeExists(nodes, names.get(i), at, path, problems);
        }
    }

    private static boolean creates(Section share) {
        return share.given(Mix.OPERATION).equals(Optional.of(Operation.CREATE));
    }

    private void share(Section share, Set<String> filled) {
        share.given(Mix.FILE_SET).ifPresent(set -> uses(share, set, filled));
        Optional<OperationShare.Access> access = share.effective(Mix.ACCESS);
        if (share.has(Mix.ZIPF) && access.isPresent() && access.get() != OperationShare.Access.ZIPF) {
            error(share, Mix.ZIPF, "only the access zipf has an exponent", "none, or access: zipf");
        }
        share.given(Mix.OPERATION).ifPresent(operation -> {
            if (share.has(Mix.SIZE) && !Mix.WITH_SIZE.contains(operation)) {
                error(share, Mix.SIZE, "the operation " + Scalars.word(operation) + " moves no data", "none");
            }
            if (share.given(Mix.FSYNC).equals(Optional.of(true)) && !Mix.WITH_FSYNC.contains(operation)) {
                error(share, Mix.FSYNC, "the operation " + Scalars.word(operation) + " leaves nothing to sync", "false");
            }
            emptySize(share, operation);
        });
    }

    /** The default size is that of the set, which may be 0 there but not here. */
    private void emptySize(Section share, Operation operation) {
        if (!Mix.WITH_SIZE.contains(operation) || operation == Operation.CREATE) {
            return;
        }
        if (share.has(Mix.SIZE)) {
            if (share.given(Mix.SIZE).map(size -> size.mean().value() == 0).orElse(false)) {
                error(share, Mix.SIZE, "the operation " + Scalars.word(operation) + " moves data; only a file that is made can be empty",
                        "1 B or more");
            }
            return;
        }
        boolean empty = share.given(Mix.FILE_SET).map(setsByName::get).flatMap(set -> set.effective(Sets.SIZE))
                .map(size -> size.mean().value() == 0 && size.shape() == TimeDistribution.Shape.CONSTANT).orElse(false);
        if (empty) {
            error(share, Mix.SIZE, "is missing, and the files of the set are empty", "a size");
        }
    }

    private void uses(Section share, String name, Set<String> filled) {
        Section set = setsByName.get(name);
        if (set == null) {
            if (allSetsNamed) {
                error(share, Mix.FILE_SET, "there is no file set " + UnitFormat.quote(name)
                        + Spelling.hint(name, setsByName.keySet()), CrossChecks.list(setsByName.keySet()));
            }
            return;
        }
        boolean none = set.effective(Sets.FILES).equals(Optional.of(0L)) && !filled.contains(name);
        Optional<Operation> operation = share.given(Mix.OPERATION);
        if (none && operation.isPresent() && operation.get() != Operation.MKDIR && operation.get() != Operation.READDIR) {
            error(share, Mix.FILE_SET, "the set has no files, and no phase up to here creates any",
                    "files: more than 0, or a create before");
        }
    }
}
