// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quorate.remote.apply.Confirmations;
import org.quorate.remote.apply.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quorate preflight}. */
@Command(name = "preflight", description = "Say what setting up one file system of a scenario would change on its real nodes, and what speaks against"
        + " it: the checks of every step of its export, and an inventory. Changes nothing; a copy of the export is in /run/quorate while it runs.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing speaks against it", "1:failure, or a node could not be reached or asked", "2:wrong usage",
            "3:the scenario has errors or no export, a step refuses, or something", "  critical was found", "130:interrupted"},
        footer = {"", "For example:", "  quorate preflight scenario.yaml -f ocfs2 --user admin",
            "  quorate preflight scenario.yaml -f gfs2 --only identity,lun --json", "",
            "Steps of your own machine, such as secrets, need bash 4 or later on it. Nodes",
            "are reached as quorate inventory does."})
final class PreflightCommand implements Callable<Integer> {

    @Mixin
    private StepArguments steps;

    private final Console console;

    PreflightCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return steps.run(console, new StepArguments.Wish(Verb.PLAN, false, Optional.empty(), Confirmations.NOBODY));
    }
}
