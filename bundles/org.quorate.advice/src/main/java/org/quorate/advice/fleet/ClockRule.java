// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.inventory.NodeInventory;

/**
 * Clocks that are apart. Every node stamps files with its own, so that what is newer is decided by the difference; make, rsync and caches count in
 * seconds. Source: provisioning reference 1.1, step 1 (chrony or timesyncd active on all).
 */
final class ClockRule implements FleetRule {

    /** Half of the second in which programs compare times of files. */
    private static final double APART_SECONDS = 0.5;

    @Override
    public List<Finding> check(FleetView fleet) {
        List<Finding> findings = new ArrayList<>();
        List<NodeInventory> measured = fleet.nodes().stream().filter(node -> node.clock().offsetSeconds().isPresent()).toList();
        double least = measured.stream().mapToDouble(node -> node.clock().offsetSeconds().getAsDouble() + node.clock().uncertaintySeconds()).min().orElse(0);
        double most = measured.stream().mapToDouble(node -> node.clock().offsetSeconds().getAsDouble() - node.clock().uncertaintySeconds()).max().orElse(0);
        if (most - least > APART_SECONDS) {
            findings.add(new Finding("clocks-apart", Severity.WARNING, "The clocks of the nodes are apart",
                    "Times of files jump back and forth with the node that writes them, and logs cannot be compared. Run chrony on every node with the"
                            + " same servers.",
                    measured.stream().map(node -> String.format(Locale.ROOT, "%s: %+.3f s from this machine, right up to %.3f s", node.node(),
                            node.clock().offsetSeconds().getAsDouble(), node.clock().uncertaintySeconds())).toList(), "", Optional.empty()));
        }
        List<String> free = fleet.nodes().stream().filter(node -> !node.clock().synchronised()).map(node -> node.node()
                + (node.clock().source().isEmpty() ? ": no chrony or timesyncd that answers" : ": " + node.clock().source() + " is not in step")).toList();
        if (!free.isEmpty()) {
            findings.add(new Finding("clock-not-kept", Severity.HINT, "Nothing is known to keep clocks right",
                    "Another time service may do it; else the clocks drift apart by a second in some days.", free, "", Optional.empty()));
        }
        return findings;
    }
}
