// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.FileSet;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.yaml.WorkloadFields.Mix;
import org.quorate.model.yaml.WorkloadFields.Phases;
import org.quorate.model.yaml.WorkloadFields.Sets;

/** What must hold between a phase, the items of its mix and the layout of their file sets. */
final class MixChecks {

    /** Directories that a file can be moved between. */
    private static final Set<FileSet.Layout> WITH_MOVE = Set.of(FileSet.Layout.TREE, FileSet.Layout.EACH);

    private final Section phase;
    private final Map<String, Section> sets;
    private final Problems problems;
    private final boolean sequence;

    MixChecks(Section phase, Map<String, Section> sets, Problems problems) {
        this.phase = phase;
        this.sets = sets;
        this.problems = problems;
        sequence = phase.effective(Phases.SEQUENCE).equals(Optional.of(true));
    }

    void check() {
        List<Section> mix = phase.or(Phases.MIX, List.of());
        if (mix.isEmpty() && phase.has(Phases.MIX)) {
            return; // said already
        }
        if (mix.isEmpty() && (phase.has(Phases.OPERATIONS) || phase.has(Phases.CLOSED) || phase.has(Phases.OPEN) || sequence)) {
            problems.error(phase.at(Phases.MIX), phase.pathOf(Phases.MIX), "is missing, and something is to be done",
                    "operations, or a duration alone");
        }
        if (sequence && (phase.has(Phases.OPEN) || phase.effective(Phases.IN_TURN).equals(Optional.of(true)))) {
            problems.error(phase.at(Phases.SEQUENCE), phase.pathOf(Phases.SEQUENCE), "only threads of their own go through a sequence",
                    "a closed load, not in turn");
        }
        routing(mix);
        mix.forEach(this::item);
    }

    /** It is said of sessions, and only once. */
    private void routing(List<Section> mix) {
        if (!phase.has(Phases.ROUTING)) {
            return;
        }
        List<Section> sessions = mix.stream().filter(item -> item.given(Mix.OPERATION).equals(Optional.of(Operation.SESSION))).toList();
        if (sessions.isEmpty()) {
            problems.error(phase.at(Phases.ROUTING), phase.pathOf(Phases.ROUTING), "the phase has no sessions", "none, or an operation session");
        }
        sessions.stream().filter(item -> item.has(Mix.ACCESS)).forEach(item -> error(item, Mix.ACCESS,
                "the routing of the phase says which files are used", "none, or no routing"));
    }

    private void error(Section section, Field<?> field, String message, String allowed) {
        problems.error(section.at(field), section.pathOf(field), message, allowed);
    }

    private void item(Section item) {
        if (sequence && !item.has(Mix.COUNT)) {
            error(item, Mix.COUNT, "is missing in a sequence", "a number of operations");
        } else if (!sequence && item.has(Mix.COUNT)) {
            error(item, Mix.COUNT, "only a sequence counts the operations of an item", "none, or sequence: true in the phase");
        }
        item.given(Mix.OPERATION).ifPresent(operation -> {
            only(item, Mix.KEEP_OPEN, true, Mix.WITH_OPEN, operation, "does not use an open file");
            only(item, Mix.AT, OperationShare.Position.NEXT, Mix.WITH_POSITION, operation, "has no position in a file");
            only(item, Mix.AT, OperationShare.Position.RANDOM, Mix.WITH_POSITION, operation, "has no position in a file");
            only(item, Mix.HOW, OperationShare.Way.DIRECT, Mix.WITH_WAY, operation, "moves data in one way only");
            only(item, Mix.HOW, OperationShare.Way.MAPPED, Mix.WITH_POSITION, operation, "cannot be done by mmap");
            layout(item, operation);
        });
    }

    private <T> void only(Section item, Field<T> field, T value, Set<Operation> operations, Operation operation, String message) {
        if (item.given(field).equals(Optional.of(value)) && !operations.contains(operation)) {
            error(item, field, "the operation " + Scalars.word(operation) + " " + message, "none");
        }
    }

    private void layout(Section item, Operation operation) {
        Optional<FileSet.Layout> layout = item.given(Mix.FILE_SET).map(sets::get)
                .flatMap(set -> set.has(Sets.IN) && !set.has(Sets.LAYOUT)
                        ? set.given(Sets.IN).map(sets::get).flatMap(parent -> parent.effective(Sets.LAYOUT))
                        : set.effective(Sets.LAYOUT));
        if (layout.isEmpty()) {
            return;
        }
        if (operation == Operation.MOVE && !WITH_MOVE.contains(layout.get())) {
            error(item, Mix.OPERATION, "there is no other directory to move a file of this set to", "a set of layout tree or each");
        } else if (operation == Operation.RMDIR && layout.get() != FileSet.Layout.EACH) {
            error(item, Mix.OPERATION, "the directories of this set stay", "a set of layout each");
        }
    }
}
