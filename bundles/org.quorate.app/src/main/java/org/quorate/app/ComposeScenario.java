// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quorate.app.NewScenario.Network;
import org.quorate.model.Cluster;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;

/**
 * Writes a new scenario from a preset and a few choices, as a text with comments that people go on with. A cluster and a LUN of its own
 * come from the choices; workload, initial state, targets and application are the preset's. Immutable, thread-safe.
 */
public final class ComposeScenario {

    /** Hosts of a /24 that are left after the first ten, which networks keep for themselves. */
    private static final int FIRST_HOST = 11;
    private static final int HOSTS = 240;

    private final Presets presets;

    ComposeScenario(Presets presets) {
        this.presets = presets;
    }

    /**
     * The preset's own cluster, LUN and file systems, as choices.
     *
     * @throws IllegalArgumentException if there is no preset of that name
     */
    public NewScenario like(String preset) {
        Scenario scenario = scenario(preset);
        Cluster cluster = scenario.cluster();
        Network network = Stream.of(Network.values())
                .min(Comparator.comparingLong(known -> Math.abs(
                        UnitFormat.parseBitRate(known.bandwidth()).bitsPerSecond() - cluster.interconnect().bandwidth().bitsPerSecond())))
                .orElseThrow();
        List<String> types = scenario.fileSystems().stream().map(ComposeScenario::type).distinct().toList();
        return new NewScenario(preset, preset, scenario.title(), cluster.nodes().size(), cluster.os(), network,
                UnitFormat.format(scenario.lun().size()), scenario.lun().device(), scenario.lun().multipath(),
                NewScenario.TYPES.stream().filter(types::contains).toList());
    }

    private static String type(FileSystemSpec fileSystem) {
        if (fileSystem instanceof LocalSpec local) {
            return local.kind() == LocalSpec.Kind.EXT4 ? "ext4" : "xfs";
        }
        return fileSystem instanceof Gfs2Spec ? "gfs2" : "ocfs2";
    }

    private Scenario scenario(String preset) {
        return document(preset).scenario();
    }

    private ScenarioDocument document(String preset) {
        return ScenarioReader.read(preset, presets.scenario(preset)).document()
                .orElseThrow(() -> new IllegalStateException("preset " + preset + " is not valid"));
    }

    /**
     * The text of the scenario. It may have problems if one of the texts among the choices is not what its field allows, and it has none
     * otherwise.
     *
     * @throws IllegalArgumentException if there is no preset of that name, or there are fewer than one or more than
     *                                  {@link Cluster#MOST_NODES} nodes
     */
    public String text(NewScenario choices) {
        if (choices.nodes() < 1 || choices.nodes() > Cluster.MOST_NODES) {
            throw new IllegalArgumentException("1 to " + Cluster.MOST_NODES + " nodes, not " + choices.nodes());
        }
        ScenarioDocument document = document(choices.preset());
        Scenario preset = document.scenario();
        PresetText text = new PresetText(presets.scenario(choices.preset()));
        List<String> lines = new ArrayList<>();
        header(choices, text, lines);
        cluster(choices, document, lines);
        lun(choices, lines);
        lines.addAll(blankBefore(text.section("mountPoint")));
        fileSystems(choices, preset, text, lines);
        for (String key : List.of("workload", "initialState", "targets", "application", "study")) {
            blankBefore(text.section(key)).stream().map(line -> PresetText.renamed(line, name -> renamed(preset, choices.nodes(), name)))
                    .forEach(lines::add);
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<String> blankBefore(List<String> lines) {
        return lines.isEmpty() ? lines : Stream.concat(Stream.of(""), lines.stream()).toList();
    }

    private static void header(NewScenario choices, PresetText text, List<String> lines) {
        List<String> told = text.head();
        lines.add("# " + (told.isEmpty() ? "The workload is that of the preset " + choices.preset() + "."
                : "Made from the preset " + choices.preset() + ", of which this is told:"));
        told.forEach(line -> lines.add(("# " + line).stripTrailing()));
        lines.addAll(List.of("schemaVersion: 1", "name: " + choices.name(), "title: " + quoted(choices.title()), ""));
    }

    /** A text in double quotes, in which nothing means anything to YAML. */
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The nodes are as strong as the preset's first one. */
    private static void cluster(NewScenario choices, ScenarioDocument preset, List<String> lines) {
        String strength = Stream.of("cores", "memory", "pageCache").map(key -> preset.value("cluster.nodes[0]." + key)
                .map(value -> ", " + key + ": " + value).orElse("")).collect(Collectors.joining());
        lines.addAll(List.of("cluster:", "  name: servers", "  os: " + choices.os().id(),
                "  nodes:                   # names must equal the host names of the machines"));
        for (int i = 0; i < choices.nodes(); i++) {
            String address = "10.0." + i / HOSTS + "." + (FIRST_HOST + i % HOSTS);
            lines.add("    - {name: node" + (i + 1) + ", address: " + address + strength + "}");
        }
        lines.addAll(List.of("  interconnect:            # carries the lock messages; an estimate until it is measured",
                "    roundTrip: " + ofNetwork(choices, preset, "roundTrip", choices.network().roundTrip()),
                "    variation: " + ofNetwork(choices, preset, "variation", choices.network().variation()),
                "    bandwidth: " + choices.network().bandwidth()));
        if (choices.nodes() > 1) {
            lines.addAll(List.of("  fencing:                 # a watchdog stops the node that does not answer",
                    "    agent: sbd"));
        }
        lines.add("");
    }

    /** The preset's own estimate, unless it is of another network. */
    private static String ofNetwork(NewScenario choices, ScenarioDocument preset, String key, String usual) {
        boolean same = preset.scenario().cluster().interconnect().bandwidth().equals(UnitFormat.parseBitRate(choices.network().bandwidth()));
        return same ? preset.value("cluster.interconnect." + key).orElse(usual) : usual;
    }

    private static void lun(NewScenario choices, List<String> lines) {
        lines.addAll(List.of("# An export of scripts needs the volume's wwid and the target's iqn too.", "lun:", "  name: data",
                "  size: " + choices.size()));
        if (choices.multipath()) {
            lines.addAll(List.of("  portals: [\"10.1.0.5:3260\", \"10.2.0.5:3260\"]   # a path each", "  multipath: true"));
        } else {
            lines.add("  portals: [\"10.1.0.5:3260\"]");
        }
        lines.addAll(List.of("  device: " + choices.device().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "         # its service times are those of this class", "  link: " + choices.network().bandwidth()));
    }

    private static void fileSystems(NewScenario choices, Scenario preset, PresetText text, List<String> lines) {
        lines.addAll(List.of("", "# Compared with each other under the same load.", "fileSystems:"));
        for (String type : NewScenario.TYPES) {
            if (choices.fileSystems().contains(type)) {
                List<String> own = text.contender(type);
                lines.addAll(own.isEmpty() ? contender(type) : own.stream().filter(line -> roomFor(preset, choices, line)).toList());
            }
        }
    }

    /** A local file system is a baseline, and says so in results. */
    private static List<String> contender(String type) {
        boolean local = type.equals("ext4") || type.equals("xfs");
        return local ? List.of("  - type: " + type + "             # the baseline: each node has one of its own", "    label: " + type + "-local")
                : List.of("  - type: " + type);
    }

    /** Slots and journals that the preset counts for its own nodes follow the number of nodes by default. */
    private static boolean roomFor(Scenario preset, NewScenario choices, String line) {
        boolean counts = line.matches("\\s*(slots|journals):.*");
        return !counts || choices.nodes() == preset.cluster().nodes().size();
    }

    /** The preset's nodes are the first of the new ones; those for which there is none share the last. */
    private static String renamed(Scenario preset, int nodes, String name) {
        List<String> names = preset.cluster().nodes().stream().map(Node::name).toList();
        return IntStream.range(0, names.size()).filter(i -> names.get(i).equals(name)).findFirst().stream()
                .mapToObj(i -> "node" + (Math.min(i, nodes - 1) + 1)).findFirst().orElse(name);
    }
}
