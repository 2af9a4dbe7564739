// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.model.Cluster;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;

/**
 * The number of nodes as if it were a field: {@value #PATH}. Fewer nodes are the first ones of the list. More are copies of the
 * last one, with numbered names, the next free addresses and, if it has a fence device, one each like it. Slots and journals
 * that the file gives and that are too few are raised to the number of nodes; those that it leaves out follow from it anyway.
 * Pure functions.
 */
final class NodeCount {

    /** What it is called among the fields. */
    static final String PATH = "nodes";

    private static final String NODES = "cluster.nodes";
    private static final String DEVICES = "cluster.fencing.devices";
    private static final List<String> NODE_KEYS = List.of("cores", "memory", "pageCache");
    private static final List<String> DEVICE_KEYS = List.of("user", "password");
    private static final List<String> COUNTS = List.of("slots", "journals");
    private static final Pattern NAME = Pattern.compile("(.*?)([0-9]{0,9})");
    private static final Pattern ADDRESS = Pattern.compile("([0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.)([0-9]{1,3})");
    /** The last byte of an address that hosts do not have: the broadcast address of the usual networks. */
    private static final int BROADCAST = 255;

    private NodeCount() {
    }

    /**
     * Reads a number of nodes.
     *
     * @throws IllegalArgumentException that says what is allowed
     */
    static int parse(String text) {
        if (text.matches("[0-9]{1,3}")) {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= Cluster.MOST_NODES) {
                return count;
            }
        }
        throw new IllegalArgumentException(UnitFormat.quote(text) + " is no number of nodes (allowed: a whole number from 1 to "
                + Cluster.MOST_NODES + ")");
    }

    /** What is changed beside the nodes if there are so many, a sentence each. */
    static List<String> notes(ScenarioDocument document, int most) {
        List<String> notes = new ArrayList<>();
        raised(document, most).forEach((place, count) -> notes.add(place + " is raised from " + document.value(place).orElse("")
                + " to the number of nodes where that is more"));
        return notes;
    }

    /** The document with so many nodes; the reading has problems if it cannot be. */
    static ScenarioReading with(ScenarioDocument document, int count) {
        int present = document.scenario().cluster().nodes().size();
        ScenarioReading same = document.with(Map.of());
        if (count == present) {
            return same;
        }
        if (count < present) {
            return then(devices(document, kept(document, count)), edited -> edited.with(NODES, list(nodes(edited, count, List.of()))));
        }
        List<String> names = names(document, count - present);
        return then(then(document.with(raised(document, count)),
                edited -> edited.with(NODES, list(nodes(edited, present, added(edited, names))))),
                edited -> devices(edited, more(edited, names)));
    }

    private interface Step {
        ScenarioReading of(ScenarioDocument document);
    }

    private static ScenarioReading then(ScenarioReading reading, Step next) {
        return reading.document().map(next::of).orElse(reading);
    }

    /** Places of slots and journals that the text gives and that are fewer, with the value to set. */
    private static Map<String, String> raised(ScenarioDocument document, int count) {
        Map<String, String> raised = new LinkedHashMap<>();
        for (int i = 0; i < document.scenario().fileSystems().size(); i++) {
            for (String key : COUNTS) {
                String place = "fileSystems[" + i + "]." + key;
                boolean given = document.value("fileSystems[" + i + "].type").filter(type -> hasKey(type, key)).isPresent()
                        && document.has(place);
                if (given && Integer.parseInt(document.value(place).orElseThrow()) < count) {
                    raised.put(place, Integer.toString(count));
                }
            }
        }
        return raised;
    }

    private static boolean hasKey(String type, String key) {
        return type.equals("ocfs2") && key.equals("slots") || type.equals("gfs2") && key.equals("journals");
    }

    private static List<String> nodes(ScenarioDocument document, int first, List<String> more) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < first; i++) {
            String at = NODES + "[" + i + "].";
            List<String> entries = new ArrayList<>();
            add(entries, document, at, List.of("name", "address", "number"));
            add(entries, document, at, NODE_KEYS);
            items.add("{" + String.join(", ", entries) + "}");
        }
        items.addAll(more);
        return items;
    }

    private static List<String> added(ScenarioDocument document, List<String> names) {
        List<String> items = new ArrayList<>();
        Cluster cluster = document.scenario().cluster();
        int last = cluster.nodes().size() - 1;
        int number = cluster.nodes().stream().mapToInt(node -> node.number()).max().orElseThrow();
        Set<String> taken = addresses(document);
        String address = cluster.nodes().get(last).address();
        for (String name : names) {
            address = next(address, taken);
            number++;
            List<String> entries = new ArrayList<>(List.of(entry("name", name), entry("address", address),
                    "number: " + number));
            add(entries, document, NODES + "[" + last + "].", NODE_KEYS);
            items.add("{" + String.join(", ", entries) + "}");
        }
        return items;
    }

    /** Devices of the first nodes. */
    private static List<String> kept(ScenarioDocument document, int count) {
        Set<String> names = new HashSet<>();
        document.scenario().cluster().nodes().subList(0, count).forEach(node -> names.add(node.name()));
        List<String> items = new ArrayList<>();
        for (int i = 0; i < document.items(DEVICES); i++) {
            String at = DEVICES + "[" + i + "].";
            if (document.value(at + "node").filter(names::contains).isPresent()) {
                items.add(device(document, at, document.value(at + "node").get(), document.value(at + "address").orElse("")));
            }
        }
        return items;
    }

    /** All devices, and for each new node one like that of the node it is a copy of, if that has one. */
    private static List<String> more(ScenarioDocument document, List<String> names) {
        Cluster cluster = document.scenario().cluster();
        List<String> items = kept(document, cluster.nodes().size());
        String model = cluster.nodes().get(cluster.nodes().size() - names.size() - 1).name();
        for (int i = 0; i < document.items(DEVICES); i++) {
            String at = DEVICES + "[" + i + "].";
            if (document.value(at + "node").filter(model::equals).isPresent()) {
                Set<String> taken = addresses(document);
                String address = document.value(at + "address").orElse("");
                for (String name : names) {
                    address = next(address, taken);
                    items.add(device(document, at, name, address));
                }
            }
        }
        return items;
    }

    private static String device(ScenarioDocument document, String at, String node, String address) {
        List<String> entries = new ArrayList<>(List.of(entry("node", node), entry("address", address)));
        add(entries, document, at, DEVICE_KEYS);
        return "{" + String.join(", ", entries) + "}";
    }

    private static ScenarioReading devices(ScenarioDocument document, List<String> items) {
        if (document.items(DEVICES) == 0 || items.size() == document.items(DEVICES)) {
            return document.with(Map.of());
        }
        return items.isEmpty() ? document.removeItem(DEVICES) : document.with(DEVICES, list(items));
    }

    private static void add(List<String> entries, ScenarioDocument document, String at, List<String> keys) {
        keys.forEach(key -> document.value(at + key).ifPresent(value -> entries.add(
                key.equals("number") || key.equals("cores") ? key + ": " + value : entry(key, value))));
    }

    /** In single quotes, in which only the quote itself has a meaning. */
    private static String entry(String key, String value) {
        return key + ": '" + value.replace("'", "''") + "'";
    }

    private static String list(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    /** Names that go on where the last one ends: {@code web09}, {@code web10}. */
    private static List<String> names(ScenarioDocument document, int count) {
        Set<String> taken = new HashSet<>();
        document.scenario().cluster().nodes().forEach(node -> taken.add(node.name()));
        String last = document.scenario().cluster().nodes().get(document.scenario().cluster().nodes().size() - 1).name();
        Matcher matcher = NAME.matcher(last);
        matcher.matches();
        String digits = matcher.group(2);
        int number = digits.isEmpty() ? 1 : Integer.parseInt(digits);
        List<String> names = new ArrayList<>();
        while (names.size() < count) {
            number++;
            String text = Integer.toString(number);
            String name = matcher.group(1) + "0".repeat(Math.max(0, digits.length() - text.length())) + text;
            if (taken.add(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static Set<String> addresses(ScenarioDocument document) {
        Cluster cluster = document.scenario().cluster();
        Set<String> taken = new HashSet<>();
        cluster.nodes().forEach(node -> taken.add(node.address()));
        cluster.fencing().ifPresent(fencing -> fencing.devices().forEach(device -> taken.add(device.address())));
        cluster.quorumDevice().ifPresent(taken::add);
        return taken;
    }

    /** The next address that nothing has; a name (one management host for all) stays as it is. */
    private static String next(String address, Set<String> taken) {
        Matcher matcher = ADDRESS.matcher(address);
        if (!matcher.matches()) {
            return address;
        }
        int last = Integer.parseInt(matcher.group(2));
        for (int step = 1; step < BROADCAST; step++) {
            // Beyond the end of the range it goes on at its start.
            String next = matcher.group(1) + ((last + step - 1) % (BROADCAST - 1) + 1);
            if (taken.add(next)) {
                return next;
            }
        }
        throw new IllegalArgumentException("there are no more addresses beside " + address);
    }
}
