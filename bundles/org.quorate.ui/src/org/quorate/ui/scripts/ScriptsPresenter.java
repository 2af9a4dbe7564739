// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.quorate.app.Version;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.LocalSpec;
import org.quorate.model.Scenario;
import org.quorate.provision.Provisioning;
import org.quorate.provision.directory.ExportWriter;
import org.quorate.provision.form.Form;
import org.quorate.provision.form.Forms;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;
import org.quorate.ui.Messages;

/** The presenter of the scripts page: which scripts there are for which file system. Knows no widgets. Used by one thread. */
public final class ScriptsPresenter {

    private final Scenario scenario;
    private String label;
    private Form form = Form.BASH;
    private ProvisioningResult result;

    public ScriptsPresenter(Scenario scenario) {
        this.scenario = scenario;
        choose(labels().get(0));
    }

    /** File systems of the scenario; shared ones first, since scripts are for those. */
    public List<String> labels() {
        return scenario.fileSystems().stream().sorted((a, b) -> Boolean.compare(isLocal(a), isLocal(b)))
                .map(FileSystemSpec::label).toList();
    }

    private static boolean isLocal(FileSystemSpec spec) {
        return spec instanceof LocalSpec;
    }

    public String label() {
        return label;
    }

    public void choose(String chosen) {
        label = chosen;
        plan();
    }

    /** How the same plan can be written down, in the order of {@link Form}. */
    public List<String> forms() {
        return Arrays.stream(Form.values()).map(ScriptsPresenter::name).toList();
    }

    /** The one of {@link #forms()} that the files have. */
    public String form() {
        return name(form);
    }

    /** Writes the plan down in another form, by its index in {@link #forms()}. */
    public void chooseForm(int index) {
        form = Form.values()[index];
        plan();
    }

    private static String name(Form form) {
        return switch (form) {
            case BASH -> Messages.Scripts_form_bash;
            case ANSIBLE -> Messages.Scripts_form_ansible;
            case CMD -> Messages.Scripts_form_cmd;
        };
    }

    private void plan() {
        ProvisioningResult planned = Provisioning.plan(scenario, label);
        result = planned instanceof ProvisioningPlan plan ? Forms.of(plan, form, Version.ofBuild().text()) : planned;
    }

    /** The files of the chosen file system; none if scripts are refused. */
    public List<FileNode> files() {
        return written().map(plan -> FileNode.tree(plan.files())).orElse(List.of());
    }

    /** The file that explains the others. */
    public Optional<GeneratedFile> firstFile() {
        return written().flatMap(plan -> plan.files().stream().filter(file -> file.path().equals(form.firstFile())).findFirst());
    }

    private Optional<ProvisioningPlan> written() {
        return result instanceof ProvisioningPlan plan ? Optional.of(plan) : Optional.empty();
    }

    public boolean canExport() {
        return written().isPresent();
    }

    /** What there is to see, or why there is nothing. */
    public String summary() {
        if (result instanceof Refused refused) {
            String reasons = String.join("\n", refused.reasons().stream().map(reason -> "• " + reason).toList());
            return Messages.bind(Messages.Scripts_refused, label, reasons)
                    + refused.nearestSupported().map(near -> "\n\n" + Messages.bind(Messages.Scripts_nearest, near)).orElse("")
                    + reading(refused.reading());
        }
        ProvisioningPlan plan = written().orElseThrow();
        return Messages.bind(Messages.Scripts_summary,
                new Object[] {label, plan.files().size(), plan.steps().size(), form.firstFile()});
    }

    private static String reading(List<String> titles) {
        return titles.isEmpty() ? "" : "\n\n" + Messages.bind(Messages.Scripts_reading,
                String.join("\n", titles.stream().map(title -> "• " + title).toList()));
    }

    /** The folder that an export into {@code parent} makes. */
    public Path target(Path parent) {
        return parent.resolve(scenario.name() + "-" + label + (form == Form.BASH ? "" : "-" + form.label()));
    }

    /**
     * Writes the files.
     *
     * @param replace also what has been edited since the last export
     * @throws org.quorate.provision.directory.ExportRefusedException if the folder holds what must not be replaced
     */
    public void export(Path folder, boolean replace) throws IOException {
        ExportWriter.write(written().orElseThrow(), folder, replace);
    }
}
