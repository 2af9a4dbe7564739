// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;

/**
 * Edits of the cluster that touch several places: a node that is added needs slots and journals, one that goes takes along what names it.
 * Each gives a valid document or the problems that stand against it. Pure functions.
 */
final class ClusterEdits {

    static final String NODES = "cluster.nodes";
    static final String PORTALS = "lun.portals";
    private static final String DEVICES = "cluster.fencing.devices";
    private static final String MULTIPATH = "lun.multipath";
    /** Of a portal when there is none yet: an address of the documentation's examples, with iSCSI's port (RFC 7143, 4.2.7.1). */
    private static final String FIRST_PORTAL = "192.168.1.50:3260";
    private static final int OCTETS = 4;
    private static final int LAST_OCTET = 255;

    private ClusterEdits() {
    }

    /** Adds a node, and slots and journals where those that are written down are too few for it. */
    static ScenarioReading addNode(ScenarioDocument document, String yaml) {
        int nodes = document.items(NODES) + 1;
        Map<String, String> room = new LinkedHashMap<>();
        for (int i = 0; i < document.items("fileSystems"); i++) {
            String place = "fileSystems[" + i + "].";
            Stream.of("slots", "journals").map(key -> place + key)
                    .filter(path -> document.value(path).filter(count -> Integer.parseInt(count) < nodes).isPresent())
                    .forEach(path -> room.put(path, String.valueOf(nodes)));
        }
        return after(room.isEmpty() ? unchanged(document) : document.with(room),
                roomy -> roomy.insertItem(NODES, yaml));
    }

    /** Removes a node, its fence devices, and its name from lists that have others. */
    static ScenarioReading removeNode(ScenarioDocument document, String path) {
        String name = document.value(path + ".name").orElse("");
        ScenarioReading reading = unchanged(document);
        for (int i = document.items(DEVICES) - 1; i >= 0; i--) {
            String device = DEVICES + "[" + i + "]";
            if (document.value(device + ".node").filter(name::equals).isPresent()) {
                reading = after(reading, without -> without.removeItem(device));
            }
        }
        for (String list : nodeLists(document)) {
            for (int i = document.items(list) - 1; i >= 0 && document.items(list) > 1; i--) {
                String item = list + "[" + i + "]";
                if (document.value(item).filter(name::equals).isPresent()) {
                    reading = after(reading, without -> without.removeItem(item));
                }
            }
        }
        return after(reading, without -> without.removeItem(path));
    }

    /** Lists of names of nodes in phases and their mixes. */
    private static List<String> nodeLists(ScenarioDocument document) {
        return IntStream.range(0, document.items("workload.phases")).mapToObj(i -> "workload.phases[" + i + "]")
                .flatMap(phase -> Stream.concat(Stream.of(phase + ".nodes"), IntStream.range(0, document.items(phase + ".mix"))
                        .mapToObj(i -> phase + ".mix[" + i + "].nodes")))
                .filter(document::has).toList();
    }

    /** Adds a portal in a subnet of its own, and multipath where it was refused. */
    static ScenarioReading addPortal(ScenarioDocument document) {
        String portal = "\"" + freePortal(document) + "\"";
        boolean refused = document.value(MULTIPATH).filter("false"::equals).isPresent() && document.items(PORTALS) > 0;
        ScenarioReading ready = refused ? document.with(MULTIPATH, "true") : unchanged(document);
        return after(ready, with -> with.has(PORTALS) ? with.insertItem(PORTALS, portal) : with.with(PORTALS, "[" + portal + "]"));
    }

    /** Removes a portal; the last one takes the list along. */
    static ScenarioReading removePortal(ScenarioDocument document, String path) {
        return document.removeItem(document.items(PORTALS) > 1 ? path : PORTALS);
    }

    /** The last one's, one subnet on, as paths that share no switch have them. */
    private static String freePortal(ScenarioDocument document) {
        int count = document.items(PORTALS);
        Set<String> taken = IntStream.range(0, count).mapToObj(i -> document.value(PORTALS + "[" + i + "]").orElse(""))
                .collect(Collectors.toSet());
        if (count == 0) {
            return FIRST_PORTAL;
        }
        String last = document.value(PORTALS + "[" + (count - 1) + "]").orElse(FIRST_PORTAL);
        String[] octets = last.split("[.:]");
        if (octets.length != OCTETS + 1) {
            return FIRST_PORTAL;
        }
        return IntStream.rangeClosed(1, LAST_OCTET).map(step -> (Integer.parseInt(octets[2]) + step) % (LAST_OCTET + 1))
                .mapToObj(third -> octets[0] + "." + octets[1] + "." + third + "." + octets[3] + ":" + octets[OCTETS])
                .filter(portal -> !taken.contains(portal)).findFirst().orElse(FIRST_PORTAL);
    }

    private static ScenarioReading unchanged(ScenarioDocument document) {
        return new ScenarioReading(Optional.of(document), List.of());
    }

    private static ScenarioReading after(ScenarioReading reading, Function<ScenarioDocument, ScenarioReading> edit) {
        return reading.document().map(edit).orElse(reading);
    }
}
