// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quorate.model.Fencing;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.Provisioning;
import org.quorate.provision.Scenarios;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;

/** The export's own check takes every export that there is; what it refuses is in {@link MutationTest}. */
class ExportCheckTest {

    @Test
    void takesEveryExportOfEverySystem() {
        int plans = 0;
        Map<String, String> wrong = new LinkedHashMap<>();
        for (OsRelease os : OsRelease.values()) {
            for (Fencing.Agent agent : Fencing.Agent.values()) {
                for (int nodes : new int[] {2, 3, 5}) {
                    for (Scenario scenario : scenarios(os, agent, nodes)) {
                        for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
                            ProvisioningResult result = Provisioning.plan(scenario, label);
                            plans += result instanceof ProvisioningPlan ? 1 : 0;
                            if (result instanceof Refused refused && refused.reasons().stream().anyMatch(r -> r.contains("fault of Quorate"))) {
                                refused.reasons().forEach(r -> wrong.putIfAbsent(r, os + " " + agent + " " + nodes + " " + label));
                            }
                        }
                    }
                }
            }
        }
        assertEquals(Map.of(), wrong, "reason, and the first export that has it");
        assertTrue(plans > 400, "only " + plans + " plans");
    }

    private static List<Scenario> scenarios(OsRelease os, Fencing.Agent agent, int nodes) {
        List<Scenario> scenarios = new ArrayList<>();
        for (boolean php : new boolean[] {true, false}) {
            Scenarios base = new Scenarios().os(os).fencing(agent).nodes(nodes).php(php).multipath(agent == Fencing.Agent.MPATH || !php)
                    .chap(php).quorumDevice(php ? null : "arbiter.example.org");
            Scenario scenario = base.build();
            scenarios.add(scenario);
            scenarios.add(Change.of(scenario, "fileSystems.0.stack", Ocfs2Spec.Stack.PCMK));
        }
        return scenarios;
    }
}
