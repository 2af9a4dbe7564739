// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.List;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.advice.fleet.FleetReport;
import org.quorate.remote.apply.ApplyResult;
import org.quorate.remote.apply.Verb;

/**
 * What came of steps on real nodes, with what an inventory has to say of the nodes. Immutable.
 *
 * @param format     name and version of the JSON form, {@link #FORMAT}
 * @param verb       what was done with the steps
 * @param scenario   title
 * @param fileSystem label of the file system
 * @param cluster    name of the cluster
 * @param result     of the steps
 * @param fleet      the inventory; only of a dry run
 */
public record ApplyReport(String format, Verb verb, String scenario, String fileSystem, String cluster, ApplyResult result, Optional<FleetReport> fleet) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-apply/1";

    /** What the inventory found, the gravest first. */
    public List<Finding> findings() {
        return fleet.map(FleetReport::findings).orElse(List.of());
    }

    /** The inventory found something critical. */
    public boolean hasCritical() {
        return findings().stream().anyMatch(finding -> finding.severity() == Severity.CRITICAL);
    }

    /** A node gave no inventory. */
    public boolean isIncomplete() {
        return fleet.isPresent() && !fleet.get().missing().isEmpty();
    }
}
