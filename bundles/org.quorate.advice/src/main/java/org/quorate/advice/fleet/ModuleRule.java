// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.inventory.ModuleFacts;
import org.quorate.model.inventory.NodeInventory;

/**
 * Kernels that lack what the scenario's file systems need. Source: provisioning reference 1.0 (cloud kernels have no such modules; RHEL has no
 * OCFS2, release 10 no GFS2).
 */
final class ModuleRule implements FleetRule {

    @Override
    public List<Finding> check(FleetView fleet) {
        List<FileSystemSpec> specs = fleet.scenario().map(plan -> plan.fileSystems()).orElse(List.of());
        Map<String, List<String>> missing = new TreeMap<>();
        for (FileSystemSpec spec : specs) {
            List<String> needed = spec instanceof Ocfs2Spec ? List.of("ocfs2") : spec instanceof Gfs2Spec ? List.of("gfs2", "dlm") : List.of();
            for (String module : needed) {
                List<String> nodes = fleet.nodes().stream().filter(node -> !node.module(module).map(ModuleFacts::available).orElse(true))
                        .map(NodeInventory::node).toList();
                if (!nodes.isEmpty()) {
                    missing.put(module, nodes);
                }
            }
        }
        if (missing.isEmpty()) {
            return List.of();
        }
        List<String> evidence = new ArrayList<>(FleetView.lines(missing));
        evidence.addAll(FleetView.lines(fleet.by(node -> Optional.of("kernel " + node.system().kernel()))));
        return List.of(new Finding("module-missing", Severity.CRITICAL, "Kernels lack a module of a planned file system",
                "The file system cannot be mounted there. On Ubuntu it is in linux-modules-extra of the running kernel; kernels for clouds do without"
                        + " it, so install the generic one; on Oracle Linux boot the UEK; on RHEL there is no OCFS2, and from release 10 on no GFS2.",
                evidence, "fileSystems", Optional.empty()));
    }
}
