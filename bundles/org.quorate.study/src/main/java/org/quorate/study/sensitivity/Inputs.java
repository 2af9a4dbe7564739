// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sensitivity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.quorate.model.yaml.ScenarioDocument;

/**
 * The inputs that are tried when none are named: what somebody could measure or count at the customer's. What a design chooses, such as
 * sizes of journals, is not among them.
 */
final class Inputs {

    private static final List<String> ALWAYS = List.of("cluster.interconnect.roundTrip", "cluster.interconnect.bandwidth",
            "cluster.nodes[].cores", "cluster.nodes[].memory", "cluster.hardware.systemCall", "cluster.hardware.message",
            "cluster.hardware.taskWakeUp", "cluster.hardware.workerWakeUp", "cluster.hardware.threadSwitch", "cluster.hardware.lockWork",
            "cluster.hardware.blockWork", "cluster.hardware.copyPage", "lun.service.read", "lun.service.write", "lun.service.flush",
            "lun.service.bandwidth", "lun.link", "lun.queueDepth");

    private Inputs() {
    }

    /** Paths, those of the workload with the names of their sets and phases. */
    static List<String> of(ScenarioDocument full) {
        List<String> paths = new ArrayList<>(ALWAYS);
        for (int i = 0; i < full.items("workload.fileSets"); i++) {
            String set = "workload.fileSets[" + full.value("workload.fileSets[" + i + "].name").orElseThrow() + "]";
            paths.addAll(List.of(set + ".files", set + ".size"));
        }
        for (int i = 0; i < full.items("workload.phases"); i++) {
            String place = "workload.phases[" + i + "]";
            String phase = "workload.phases[" + full.value(place + ".name").orElseThrow() + "]";
            paths.addAll(List.of(phase + ".closed.threads", phase + ".closed.thinkTime", phase + ".open.rate"));
            for (String item : items(full, place, phase)) {
                if (full.items(place + ".mix") > 1) {
                    paths.add(item + ".weight");
                }
                paths.add(item + ".zipfExponent");
            }
        }
        return paths.stream().filter(path -> isThere(full, path)).toList();
    }

    /** Items of a mix, by their operations; by their numbers where a mix has one twice. */
    private static List<String> items(ScenarioDocument full, String place, String phase) {
        List<String> operations = new ArrayList<>();
        for (int i = 0; i < full.items(place + ".mix"); i++) {
            operations.add(full.value(place + ".mix[" + i + "].operation").orElseThrow());
        }
        List<String> items = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            items.add(phase + ".mix[" + (Collections.frequency(operations, operations.get(i)) == 1 ? operations.get(i) : i) + "]");
        }
        return items;
    }

    private static boolean isThere(ScenarioDocument full, String path) {
        try {
            return full.places(path).stream().allMatch(place -> full.value(place).isPresent());
        } catch (IllegalArgumentException e) {
            // A load is closed or open, not both.
            return false;
        }
    }
}
