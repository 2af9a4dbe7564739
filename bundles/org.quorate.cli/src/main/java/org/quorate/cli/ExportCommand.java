// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.Plain;
import org.quorate.model.Scenario;
import org.quorate.provision.form.Form;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quorate export}. */
@Command(name = "export", description = "Write the scripts and configuration files that set up one file system of a"
        + " scenario, or an Ansible project, or a page of plain commands. Touches no host. An unsafe design is refused. With --diff: tell"
        + " what a changed scenario changes on the nodes that a former export set up, and whether that can be done online; nothing is"
        + " written.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:success", "1:failure", "2:wrong usage", "3:the scenario has errors, or its export is refused",
            "5:the exports differ (only with --diff)", "130:interrupted"})
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Mixin
    private FileSystemArgument fileSystem;

    /** Where to write, or what to compare with. */
    static final class Purpose {
        @ArgGroup(exclusive = false)
        private Target target;

        @ArgGroup(exclusive = false)
        private ExportComparisonArguments comparison;
    }

    /** Where to write. */
    static final class Target {
        @Option(names = {"-o", "--output"}, paramLabel = "DIR", required = true,
                description = "Directory to write into, whole or not at all.")
        private Path directory;

        @Option(names = "--format", paramLabel = "FORM", description = "bash: scripts for each node and one"
                + " for your machine; ansible: a project for ansible-playbook; cmd: one page of plain commands, with the reason"
                + " for each, for a change request. Default: bash.")
        private Form form = Form.BASH;

        @Option(names = "--force", description = "Replace a former export even if its files were edited since.")
        private boolean force;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Purpose purpose;

    @Mixin
    private CommonOptions common;

    private final Console console;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        QuorateApp app = new QuorateApp(1);
        Scenario scenario = scenarioArgument.scenario(app.validateScenario(), console, common.quiet());
        String label = fileSystem.label(scenario);
        Form form = purpose.target == null ? Form.BASH : purpose.target.form;
        ProvisioningResult result = app.exportScripts().plan(scenario, label, form);
        if (result instanceof Refused refused) {
            return Refusal.tell(console, label, refused, "no scripts are written");
        }
        ProvisioningPlan plan = (ProvisioningPlan) result;
        if (purpose.comparison != null) {
            return purpose.comparison.compare(app.exportScripts(), plan, console, common);
        }
        Path directory = purpose.target.directory;
        // The writer renames a whole directory into place, so that an interrupt needs no care here.
        app.exportScripts().write(plan, directory, purpose.target.force);
        if (!common.quiet()) {
            console.err().println("quorate: wrote " + plan.files().size() + " files; begin with "
                    + Plain.line(directory.resolve(form.firstFile()).toString()));
        }
        return ExitCode.OK;
    }
}
