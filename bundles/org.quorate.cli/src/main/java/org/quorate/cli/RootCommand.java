// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import org.quorate.app.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate}: only its subcommands do something. */
@Command(name = "quorate", versionProvider = RootCommand.BuildVersion.class, mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Planner and performance simulator for shared-disk cluster file systems: for this cluster, this LUN"
                + " and this workload, OCFS2 or GFS2?",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:failure: a file cannot be read or written, or an internal error",
            "2:wrong usage",
            "3:the input has errors",
            "4:a target is not met, or there is such advice (only with --fail-on); a confirmation is missing (only apply)",
            "5:the exports differ (only export --diff)",
            "130:interrupted"},
        footer = {"",
            "To begin: quorate samples copy web-sessions, then quorate compare web-sessions/scenario.yaml",
            "Results go to standard output, everything else to standard error.",
            "quorate COMMAND --help tells more."},
        subcommands = {CompareCommand.class, SimulateCommand.class, EstimateCommand.class, SweepCommand.class,
            MapCommand.class, SearchCommand.class, SensitivityCommand.class, WatchCommand.class, FailCommand.class,
            UnsafeCommand.class, AdviseCommand.class, ReportCommand.class, ClaimsCommand.class, ValidateCommand.class, ShowCommand.class,
            ExportCommand.class, ImportCommand.class, ObserveCommand.class, InventoryCommand.class, PreflightCommand.class, ApplyCommand.class, MeasureCommand.class, PresetCommand.class,
            SamplesCommand.class, AccuracyCommand.class, FitCommand.class, DesktopCommand.class, HelpCommand.class})
final class RootCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** Without a command there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /** The version of the build. */
    static final class BuildVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"quorate " + Version.ofBuild().text()};
        }
    }
}
