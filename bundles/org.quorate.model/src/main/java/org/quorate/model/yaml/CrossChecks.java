// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.Spelling;
import org.quorate.model.UnitFormat;

/**
 * What must hold between fields. Looks only at values that are valid by themselves, so that one mistake is told once,
 * and a file with mistakes of one kind still gets its others told.
 */
final class CrossChecks {

    private CrossChecks() {
    }

    static void check(Section scenario, Problems problems) {
        scenario.given(ScenarioFields.CLUSTER).ifPresent(cluster -> ClusterChecks.check(cluster, problems));
        scenario.given(ScenarioFields.LUN).ifPresent(lun -> LunChecks.check(lun, problems));
        FileSystemChecks.check(scenario, problems);
        new WorkloadChecks(scenario, problems).check();
        ScenarioChecks.check(scenario, problems);
    }

    /** Values of a field that occur twice among the sections. */
    static <T> void unique(List<Section> sections, Field<T> field, Problems problems) {
        Map<T, String> firsts = new HashMap<>();
        for (Section section : sections) {
            section.given(field).ifPresent(value -> {
                String first = firsts.putIfAbsent(value, section.path());
                if (first != null) {
                    problems.error(section.at(field), section.pathOf(field), "is the same as that of " + first,
                            "a value of its own");
                }
            });
        }
    }

    /** Names of the nodes; nothing if one of them is not valid, for then it cannot be said which exist. */
    static Optional<Set<String>> nodeNames(Optional<Section> cluster) {
        if (!cluster.map(section -> section.complete(ClusterFields.NODES)).orElse(false)) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        for (Section node : cluster.get().get(ClusterFields.NODES)) {
            Optional<String> name = node.given(ClusterFields.Nodes.NAME);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            names.add(name.get());
        }
        return Optional.of(names);
    }

    /** An error if the node does not exist. */
    static void nodeExists(Optional<Set<String>> nodes, String name, Span at, String path, Problems problems) {
        if (nodes.isPresent() && !nodes.get().contains(name)) {
            problems.error(at, path, "there is no node " + UnitFormat.quote(name) + Spelling.hint(name, nodes.get()),
                    list(nodes.get()));
        }
    }

    static String list(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
