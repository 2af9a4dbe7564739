// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.model.preset.DiskPatience;
import org.quorate.model.validation.Safety;
import org.quorate.model.yaml.ScenarioWriter;

/** From a scenario to the scripts for one of its contenders. Pure functions, thread-safe. */
public final class Provisioning {

    private Provisioning() {
    }

    /**
     * Plans the set-up of one contender. Reads nothing but its arguments; the same arguments give the same bytes.
     *
     * @param scenario       what to set up; need not have been validated
     * @param contenderLabel label of one of its file systems
     * @return the plan, or every reason against it
     */
    public static ProvisioningResult plan(Scenario scenario, String contenderLabel) {
        Complaints complaints = new Complaints();
        Optional<FileSystemSpec> spec = scenario.fileSystems().stream()
                .filter(s -> s.label().equals(contenderLabel)).findFirst();
        if (spec.isEmpty()) {
            complaints.add("the scenario has no file system with this label");
            return complaints.refused();
        }
        Safety.exportGaps(scenario).forEach(gap -> complaints.add(gap.path() + ": " + gap.reason()));
        Safety.findings(scenario, spec.get()).forEach(finding -> complaints.add(finding.path() + ": " + finding.reason(),
                spec.get() instanceof LocalSpec ? "OCFS2 with o2cb, or GFS2 with fencing" : fenced(scenario)));
        if (!(spec.get() instanceof LocalSpec)) {
            SupportTable.refusal(scenario.cluster().os(), Stack.of(spec.get()))
                    .ifPresent(refusal -> complaints.add(refusal.reason(), refusal.nearestSupported()));
        }
        new NameRules(complaints).check(scenario);
        new ClusterRules(complaints).check(scenario);
        Alternatives.check(scenario.cluster(), complaints);
        FormatRules format = new FormatRules(complaints);
        if (spec.get() instanceof LocalSpec local) {
            format.checkLocal(local);
        } else if (spec.get() instanceof Ocfs2Spec ocfs2) {
            format.checkOcfs2(ocfs2, scenario);
        } else if (spec.get() instanceof Gfs2Spec gfs2) {
            format.checkGfs2(gfs2, scenario);
        }
        if (!(spec.get() instanceof LocalSpec) && Stack.of(spec.get()).hasPacemaker()) {
            scenario.cluster().fencing().ifPresent(
                    fencing -> new ClusterRules(complaints).checkFencing(scenario.cluster(), fencing));
            format.checkCluster(scenario.cluster());
        }
        if (!complaints.isEmpty()) {
            return complaints.refused();
        }
        return plan(site(scenario, spec.get()));
    }

    /** What there are scripts for when fencing is missing; o2cb's nodes need none, where it is supported at all. */
    private static String fenced(Scenario scenario) {
        return "complete fencing" + (SupportTable.refusal(scenario.cluster().os(), Stack.OCFS2_O2CB).isEmpty()
                ? "; or OCFS2 with o2cb, whose nodes fence themselves" : "");
    }

    /** The site of a scenario that passed all rules. */
    static Site site(Scenario scenario, FileSystemSpec spec) {
        return new Site(scenario, spec, Platform.of(scenario.cluster().os()).orElseThrow(),
                Wwid.parse(scenario.lun().wwid()).orElseThrow(), DiskPatience.of(spec, scenario.lun()));
    }

    private static ProvisioningResult plan(Site site) {
        List<Step> steps = StepOrder.of(site);
        List<GeneratedFile> files = new ArrayList<>(CommonFiles.of(site));
        if (site.stack().hasPacemaker()) {
            files.addAll(PacemakerFiles.of(site));
        } else {
            files.addAll(Ocfs2Files.of(site, (Ocfs2Spec) site.spec()));
        }
        Growth growth = Growth.of(site, steps);
        Shell settings = Settings.of(site, steps, growth, files);
        files.add(GeneratedFile.text("settings.sh", settings.toString()));
        files.addAll(Scripts.of(site, growth.with(steps)));
        Guide guide = Readme.guide(site);
        String orderOfWork = Readme.of(site, guide, steps);
        files.add(GeneratedFile.text("README.md", orderOfWork));
        files.add(GeneratedFile.text("GROW.md", StepLibrary.resource(growth(site.stack()))));
        List<GeneratedFile> all = Checksums.added(files);
        List<String> faults = ExportCheck.faults(site, all);
        if (!faults.isEmpty()) {
            Complaints complaints = new Complaints();
            faults.forEach(fault -> complaints.add("the files would be wrong, a fault of Quorate: " + fault));
            return complaints.refused();
        }
        return new ProvisioningPlan(origin(site), guide, steps, settings.values(), all, orderOfWork);
    }

    private static PlanOrigin origin(Site site) {
        Scenario scenario = site.scenario();
        return new PlanOrigin(scenario.title(), Checksums.sha256(ScenarioWriter.write(scenario)), scenario.study().seed(),
                site.spec().label(), site.cluster().os().id(), site.isGfs2() ? "gfs2" : "ocfs2",
                site.spec() instanceof Ocfs2Spec ocfs2 ? ocfs2.stack().name().toLowerCase(Locale.ROOT) : "pcmk");
    }

    private static String growth(Stack stack) {
        return switch (stack) {
            case GFS2 -> "grow-gfs2.md";
            case OCFS2_PCMK -> "grow-ocfs2-pcmk.md";
            case OCFS2_O2CB -> "grow-ocfs2.md";
        };
    }
}
