// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.quorate.model.yaml.ScenarioDocument;

/** What a new item of a list, or a new optional group, holds at first: valid, and unlike its neighbours. */
final class NewItems {

    /**
     * Something that can be added.
     *
     * @param title what it is, as in "Add node"; empty: as the list calls its items
     * @param yaml  what it holds
     */
    record Template(String title, String yaml) {
    }

    private static final Map<String, String> GROUPS = Map.of(
            "lun.chap", "{user: quorate, secret: env:CHAP_SECRET}",
            "cluster.fencing", "{agent: sbd}",
            "application", "{owner: www-data}",
            "workload.phases[].open", "{rate: 100 /s}");

    private NewItems() {
    }

    /** The optional group, if it cannot be begun by a single field because several of its fields are required. */
    static Optional<String> group(String catalogPath) {
        return Optional.ofNullable(GROUPS.get(catalogPath));
    }

    /** Of a list. */
    static List<Template> items(ScenarioDocument document, String catalogPath, String list) {
        return switch (catalogPath) {
            case "cluster.nodes" -> List.of(plain(node(document, list)));
            case "cluster.fencing.devices" -> {
                String node = unfenced(document, list);
                yield List.of(plain("node: " + node + "\naddress: " + node + "-ipmi\npassword: env:FENCE_PASSWORD"));
            }
            case "fileSystems" -> Stream.of("ocfs2", "gfs2", "ext4", "xfs")
                    .map(type -> new Template(type, "type: " + type + "\nlabel: " + unused(document, list, "label", type)))
                    .toList();
            case "workload.fileSets" -> List.of(plain("name: " + unused(document, list, "name", "files")));
            case "workload.phases" -> List.of(plain("name: " + unused(document, list, "name", "phase")
                    + "\nduration: 30 s\nmix:\n  - operation: stat\n    fileSet: " + firstFileSet(document)));
            case "workload.phases[].mix" -> List.of(plain("operation: stat\nfileSet: " + firstFileSet(document)));
            case "targets" -> List.of(plain("figure: latency\npercentile: 95\nlimit: 20 ms"));
            default -> throw new IllegalArgumentException("nothing can be added to " + catalogPath);
        };
    }

    private static Template plain(String yaml) {
        return new Template("", yaml);
    }

    /** The first node without a device, or the first one. */
    private static String unfenced(ScenarioDocument document, String list) {
        Set<String> taken = values(document, list, "node");
        return IntStream.range(0, document.items("cluster.nodes"))
                .mapToObj(i -> document.value("cluster.nodes[" + i + "].name").orElse(""))
                .filter(name -> !taken.contains(name)).findFirst()
                .or(() -> document.value("cluster.nodes[0].name")).orElse("node1");
    }

    private static String firstFileSet(ScenarioDocument document) {
        return document.value("workload.fileSets[0].name").orElse("files");
    }

    /** The next name and the next address behind the last node's. */
    private static String node(ScenarioDocument document, String list) {
        int count = document.items(list);
        String name = unused(document, list, "name", "node");
        String last = document.value(list + "[" + (count - 1) + "].address").orElse("192.168.1.100");
        int dot = last.lastIndexOf('.');
        Set<String> taken = values(document, list, "address");
        String address = IntStream.rangeClosed(1, 254)
                .map(step -> (Integer.parseInt(last.substring(dot + 1)) + step - 1) % 254 + 1)
                .mapToObj(host -> last.substring(0, dot + 1) + host)
                .filter(candidate -> !taken.contains(candidate)).findFirst().orElse(last);
        return "name: " + name + "\naddress: " + address;
    }

    /** The word itself, or with the first number that makes it new; names of nodes are always numbered. */
    static String unused(ScenarioDocument document, String list, String key, String word) {
        Set<String> taken = values(document, list, key);
        Stream<String> plain = word.equals("node") ? Stream.empty() : Stream.of(word);
        Stream<String> numbered = IntStream.rangeClosed(word.equals("node") ? 1 : 2, 1000).mapToObj(i -> word + i);
        return Stream.concat(plain, numbered).filter(name -> !taken.contains(name)).findFirst().orElse(word);
    }

    private static Set<String> values(ScenarioDocument document, String list, String key) {
        return IntStream.range(0, document.items(list))
                .mapToObj(i -> document.value(list + "[" + i + "]." + key).or(() -> document.value(list + "[" + i + "].type")))
                .flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
