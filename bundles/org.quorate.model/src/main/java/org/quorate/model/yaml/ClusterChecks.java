// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.Bytes;
import org.quorate.model.Fencing;
import org.quorate.model.UnitFormat;
import org.quorate.model.preset.HardwareProfiles;

/** What must hold between the fields of {@code cluster}. */
final class ClusterChecks {

    /** Agents that need no switch for each node. */
    private static final Set<Fencing.Agent> WITHOUT_DEVICES =
            Set.of(Fencing.Agent.SBD, Fencing.Agent.SCSI, Fencing.Agent.MPATH);

    private ClusterChecks() {
    }

    static void check(Section cluster, Problems problems) {
        List<Section> nodes = cluster.or(ClusterFields.NODES, List.of());
        CrossChecks.unique(nodes, ClusterFields.Nodes.NAME, problems);
        CrossChecks.unique(nodes, ClusterFields.Nodes.ADDRESS, problems);
        numbers(nodes, problems);
        nodes.forEach(node -> pageCache(node, problems));
        hardware(cluster.section(ClusterFields.HARDWARE), problems);
        cluster.given(ClusterFields.FENCING).ifPresent(fencing -> fencing(cluster, fencing, problems));
    }

    /** Given numbers, and those that follow from the place. */
    private static void numbers(List<Section> nodes, Problems problems) {
        Map<Integer, String> firsts = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Section node = nodes.get(i);
            boolean invalid = node.has(ClusterFields.Nodes.NUMBER) && node.given(ClusterFields.Nodes.NUMBER).isEmpty();
            int number = node.or(ClusterFields.Nodes.NUMBER, i + 1);
            String first = invalid ? null : firsts.putIfAbsent(number, node.path());
            if (first != null) {
                problems.error(node.at(ClusterFields.Nodes.NUMBER), node.pathOf(ClusterFields.Nodes.NUMBER),
                        "the number " + number + " is that of " + first + " too", "a number of its own");
            }
        }
    }

    private static void pageCache(Section node, Problems problems) {
        Optional<Bytes> memory = node.effective(ClusterFields.Nodes.MEMORY);
        Optional<Bytes> cache = node.given(ClusterFields.Nodes.PAGE_CACHE);
        if (memory.isPresent() && cache.isPresent() && cache.get().compareTo(memory.get()) > 0) {
            problems.error(node.at(ClusterFields.Nodes.PAGE_CACHE), node.pathOf(ClusterFields.Nodes.PAGE_CACHE),
                    "is more than the memory of the node", "at most " + UnitFormat.format(memory.get()));
        }
    }

    /** A profile that is not known by name must bring all its figures. */
    private static void hardware(Section hardware, Problems problems) {
        Optional<String> name = hardware.effective(ClusterFields.Hardware.PROFILE);
        List<Field<?>> missing = ClusterFields.Hardware.FIGURES.stream().filter(field -> !hardware.has(field)).toList();
        if (name.isPresent() && HardwareProfiles.find(name.get()).isEmpty() && !missing.isEmpty()) {
            problems.error(hardware.at(ClusterFields.Hardware.PROFILE), hardware.pathOf(ClusterFields.Hardware.PROFILE),
                    UnitFormat.quote(name.get()) + " is not a known profile, and these figures are missing: "
                            + String.join(", ", missing.stream().map(Field::name).toList()),
                    String.join(", ", HardwareProfiles.names()) + ", or a name of your own with all figures");
        }
    }

    private static void fencing(Section cluster, Section fencing, Problems problems) {
        Optional<Fencing.Agent> agent = fencing.given(ClusterFields.Fences.AGENT);
        List<Section> devices = fencing.or(ClusterFields.Fences.DEVICES, List.of());
        if (agent.isPresent() && WITHOUT_DEVICES.contains(agent.get()) && !devices.isEmpty()) {
            problems.error(fencing.at(ClusterFields.Fences.DEVICES), fencing.pathOf(ClusterFields.Fences.DEVICES),
                    "the agent " + Scalars.word(agent.get()) + " has no devices", "none");
        }
        CrossChecks.unique(devices, ClusterFields.Fences.NODE, problems);
        Optional<Set<String>> known = CrossChecks.nodeNames(Optional.of(cluster));
        for (Section device : devices) {
            device.given(ClusterFields.Fences.NODE).ifPresent(node -> CrossChecks.nodeExists(known, node,
                    device.at(ClusterFields.Fences.NODE), device.pathOf(ClusterFields.Fences.NODE), problems));
        }
    }
}
