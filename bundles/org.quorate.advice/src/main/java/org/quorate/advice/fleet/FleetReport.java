// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.List;
import org.quorate.advice.Finding;
import org.quorate.model.inventory.NodeInventory;

/**
 * A fleet with what is wrong with it. Immutable.
 *
 * @param format   name and version of the JSON form, {@link #FORMAT}
 * @param scenario that it was compared with; empty: none
 * @param nodes    that answered, in the order in which they were asked for
 * @param missing  that did not
 * @param findings the gravest first, then by rule
 */
public record FleetReport(String format, String scenario, List<NodeInventory> nodes, List<Missing> missing, List<Finding> findings) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-inventory/1";

    /**
     * A node that has no inventory.
     *
     * @param node name
     * @param why  one line; safe to print
     */
    public record Missing(String node, String why) {
    }

    public FleetReport {
        nodes = List.copyOf(nodes);
        missing = List.copyOf(missing);
        findings = List.copyOf(findings);
    }
}
