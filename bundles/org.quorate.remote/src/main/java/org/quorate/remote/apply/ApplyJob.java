// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Step;

/**
 * What a run is asked for. Immutable.
 *
 * @param plan        of scripts (bash)
 * @param verb        what is done with the steps
 * @param only        ids of the steps; empty: all
 * @param resume      first clear up what the last run of this cluster left unknown, and do not take back again what it took back
 * @param atOnce      nodes at the same time that a step of each node runs on, at least 1
 * @param auditFolder where the log of the run is kept, and those of former runs are
 */
public record ApplyJob(ProvisioningPlan plan, Verb verb, List<String> only, boolean resume, int atOnce, Path auditFolder) {

    /** @throws IllegalArgumentException if there is no such step; with a message for the user */
    public ApplyJob {
        only = List.copyOf(only);
        for (String id : only) {
            if (plan.steps().stream().noneMatch(step -> step.id().equals(id))) {
                throw new IllegalArgumentException("no such step: " + id + "; there are "
                        + String.join(", ", plan.steps().stream().map(Step::id).toList()));
            }
        }
    }

    /** The steps, in the order in which they are done. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(plan.steps().stream().filter(step -> only.isEmpty() || only.contains(step.id())).toList());
        if (verb == Verb.UNDO) {
            Collections.reverse(steps);
        }
        return steps;
    }

    /** Names of all nodes. */
    public List<String> nodes() {
        return plan.words("NODE_NAMES");
    }

    /** Where a step is done: names of nodes, or {@link StepOutcome#HERE}. */
    public List<String> places(Step step) {
        return switch (step.where()) {
            case EACH_NODE -> nodes();
            case FIRST_NODE -> nodes().subList(0, 1);
            case ADMIN_HOST -> List.of(StepOutcome.HERE);
        };
    }

    /** Name of the cluster. */
    public String cluster() {
        return plan.text("CLUSTER");
    }

    /** WWID of the LUN. */
    public String wwid() {
        return plan.text("LUN_WWID");
    }
}
