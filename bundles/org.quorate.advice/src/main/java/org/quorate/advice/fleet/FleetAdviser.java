// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.model.Scenario;
import org.quorate.model.inventory.NodeInventory;

/** Looks at real nodes by rules. Immutable, thread-safe. */
public final class FleetAdviser {

    private static final List<FleetRule> RULES = List.of(new TwinRule(), new LunRule(), new LunContentRule(), new LunFoundRule(), new PathRule(),
            new SessionRule(), new SharedGroupRule(), new FirewallRule(),
            new ClockRule(), new SameSystemRule(), new ModuleRule(), new ExistingClusterRule(), new PlannedNodeRule());

    /**
     * The fleet with what is wrong with it; the same input gives the same value.
     *
     * @param scenario that the nodes are meant for; its nodes have the names of the inventories
     */
    public FleetReport report(List<NodeInventory> nodes, List<FleetReport.Missing> missing, Optional<Scenario> scenario) {
        FleetView fleet = new FleetView(nodes, scenario);
        List<Finding> findings = new ArrayList<>();
        RULES.forEach(rule -> findings.addAll(rule.check(fleet)));
        findings.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::rule));
        return new FleetReport(FleetReport.FORMAT, scenario.map(Scenario::name).orElse(""), nodes, missing, findings);
    }
}
