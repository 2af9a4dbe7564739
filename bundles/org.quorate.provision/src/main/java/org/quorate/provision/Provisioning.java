// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioWriter;
import org.quorate.provision.check.ExportCheck;
import org.quorate.provision.file.CommonFiles;
import org.quorate.provision.file.Ocfs2Files;
import org.quorate.provision.pacemaker.PacemakerFiles;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.Guide;
import org.quorate.provision.plan.PlanOrigin;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;
import org.quorate.provision.plan.Step;
import org.quorate.provision.platform.Stack;
import org.quorate.provision.rule.Complaints;
import org.quorate.provision.rule.ExportRules;
import org.quorate.provision.script.Readme;
import org.quorate.provision.script.Scripts;
import org.quorate.provision.script.Settings;
import org.quorate.provision.site.Site;
import org.quorate.provision.step.Growth;
import org.quorate.provision.step.StepOrder;
import org.quorate.provision.text.Resources;
import org.quorate.provision.text.Shell;

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
        Optional<FileSystemSpec> spec = scenario.fileSystems().stream()
                .filter(s -> s.label().equals(contenderLabel)).findFirst();
        if (spec.isEmpty()) {
            return new Refused(List.of("the scenario has no file system with this label"), Optional.empty(), List.of());
        }
        Complaints complaints = ExportRules.complaints(scenario, spec.get());
        if (!complaints.isEmpty()) {
            return complaints.refused();
        }
        return plan(Site.of(scenario, spec.get()));
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
        files.add(GeneratedFile.text("GROW.md", Resources.text(growth(site.stack()))));
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
