// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.rule;

import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.model.validation.Safety;
import org.quorate.provision.platform.Stack;
import org.quorate.provision.platform.SupportTable;

/** All rules of an export, in the order in which their reasons are read. Pure functions, thread-safe. */
public final class ExportRules {

    private ExportRules() {
    }

    /** Every reason against the scripts for one file system of a scenario, which need not have been validated. */
    public static Complaints complaints(Scenario scenario, FileSystemSpec spec) {
        Complaints complaints = new Complaints();
        Safety.exportGaps(scenario).forEach(gap -> complaints.add(gap.path() + ": " + gap.reason()));
        for (Safety.Finding finding : Safety.findings(scenario, spec)) {
            String reason = finding.path() + ": " + finding.reason();
            if (finding.ofReservations()) {
                complaints.add(reason);
            } else {
                complaints.add(reason, spec instanceof LocalSpec ? "OCFS2 with o2cb, or GFS2 with fencing" : fenced(scenario));
            }
        }
        if (!(spec instanceof LocalSpec)) {
            SupportTable.refusal(scenario.cluster().os(), Stack.of(spec))
                    .ifPresent(refusal -> complaints.add(refusal.reason(), refusal.nearestSupported()));
        }
        new NameRules(complaints).check(scenario);
        new ClusterRules(complaints).check(scenario);
        Alternatives.check(scenario.cluster(), complaints);
        FormatRules format = new FormatRules(complaints);
        if (spec instanceof LocalSpec local) {
            format.checkLocal(local);
        } else if (spec instanceof Ocfs2Spec ocfs2) {
            format.checkOcfs2(ocfs2, scenario);
        } else if (spec instanceof Gfs2Spec gfs2) {
            format.checkGfs2(gfs2, scenario);
        }
        if (!(spec instanceof LocalSpec) && Stack.of(spec).hasPacemaker()) {
            scenario.cluster().fencing().ifPresent(
                    fencing -> new ClusterRules(complaints).checkFencing(scenario.cluster(), fencing));
            format.checkCluster(scenario.cluster());
        }
        return complaints;
    }

    /** What there are scripts for when fencing is missing; o2cb's nodes need none, where it is supported at all. */
    private static String fenced(Scenario scenario) {
        return "complete fencing" + (SupportTable.refusal(scenario.cluster().os(), Stack.OCFS2_O2CB).isEmpty()
                ? "; or OCFS2 with o2cb, whose nodes fence themselves" : "");
    }
}
