// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.LinkedHashSet;
import java.util.Set;
import org.quorate.model.Scenario;

/** What things are called in the reports on a scenario. Pure functions. */
public final class ScenarioNames {

    private ScenarioNames() {
    }

    /** Names of the scenario, its nodes, file systems, phases and file sets, its volume and its quorum device, and its title. */
    public static Set<String> of(Scenario scenario) {
        Set<String> names = new LinkedHashSet<>();
        names.add(scenario.name());
        names.add(scenario.title());
        names.add(scenario.cluster().name());
        names.add(scenario.lun().name());
        scenario.cluster().quorumDevice().ifPresent(names::add);
        scenario.cluster().nodes().forEach(node -> names.add(node.name()));
        scenario.fileSystems().forEach(fileSystem -> names.add(fileSystem.label()));
        scenario.workload().phases().forEach(phase -> names.add(phase.name()));
        scenario.workload().fileSets().forEach(set -> names.add(set.name()));
        return Set.copyOf(names);
    }
}
