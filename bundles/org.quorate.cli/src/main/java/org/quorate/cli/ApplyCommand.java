// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.quorate.cli.text.Plain;
import org.quorate.remote.apply.Confirmations;
import org.quorate.remote.apply.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quorate apply}. */
@Command(name = "apply", description = "Set up one file system of a scenario on its real nodes: the steps of its export, one after the other, each with"
        + " its check before and after. A dry run, as quorate preflight, unless --run is given. Stops at the first failure; --resume goes on, and"
        + " repeats nothing that was done.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is done; of a dry run: nothing speaks against it", "1:failure, or what became of a step is unknown", "2:wrong usage",
            "3:the scenario has errors or no export, or a step refuses", "4:a confirmation is missing", "130:interrupted"},
        footer = {"", "For example:", "  quorate apply scenario.yaml -f ocfs2 --user admin",
            "  quorate apply scenario.yaml -f ocfs2 --user admin --run",
            "  quorate apply scenario.yaml -f ocfs2 --user admin --run --resume",
            "  quorate apply scenario.yaml -f ocfs2 --run --undo --yes webcluster", "",
            "What is about to begin is written to the audit log before it does. A step that",
            "has begun on a node goes on there when the connection is cut or this program",
            "ends; --resume reads how it ended."})
final class ApplyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private StepArguments steps;

    @Option(names = "--run", description = "Change the nodes.")
    private boolean run;

    @Option(names = "--resume", description = "Clear up first what the last run on this cluster left unknown, then go on.")
    private boolean resume;

    @Option(names = "--undo", description = "Take the steps back, the last one first. Data always stays.")
    private boolean undo;

    @Option(names = "--yes", paramLabel = "CLUSTER", description = "Confirm the change, by the cluster's name. Default: you are asked.")
    private String yes;

    @Option(names = "--confirm-wwid", paramLabel = "WWID", description = "Confirm that the LUN with this WWID is formatted. Default: you are asked.")
    private String wwid;

    @Option(names = "--confirm-fencing-test", paramLabel = "CLUSTER", description = "Confirm that every node is restarted once, to try its fencing."
            + " Default: you are asked.")
    private String fencing;

    @Option(names = "--forget", paramLabel = "NODE", description = "With --resume: confirm that nobody will know how steps ended on this node, which has"
            + " left the scenario. They may be at work there: have it off first. May be given several times. Default: you are asked.")
    private List<String> forget = List.of();

    @Option(names = "--audit", paramLabel = "DIR", description = "Folder of the audit logs, one file a run; default: quorate/audit in"
            + " $XDG_STATE_HOME or ~/.local/state.")
    private Path audit;

    private final Console console;

    ApplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!resume && !forget.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--forget needs --resume: only then what is unknown is cleared up");
        }
        if (!run && (resume || undo || yes != null || wwid != null || fencing != null)) {
            throw new ParameterException(spec.commandLine(), "--resume, --undo and what confirms need --run: without it this is a dry run");
        }
        Verb verb = !run ? Verb.PLAN : undo ? Verb.UNDO : Verb.APPLY;
        return steps.run(console, new StepArguments.Wish(verb, resume, Optional.ofNullable(audit), this::confirm));
    }

    private Optional<String> confirm(Confirmations.Question question) {
        String given = switch (question.kind()) {
            case CHANGE, UNDO -> yes;
            case RESTART -> fencing;
            case FORMAT -> wwid;
            case FORGET -> forget.contains(question.word()) ? question.word() : null;
        };
        if (given != null) {
            return Optional.of(given);
        }
        Optional<String> typed = ask(question);
        if (question.kind() == Confirmations.Kind.FORGET && typed.filter(question.word()::equals).isEmpty()) {
            steps.remark(console, "--forget " + question.word() + " confirms that nobody will know how steps ended on that node");
        }
        return typed;
    }

    private Optional<String> ask(Confirmations.Question question) {
        return steps.nodes().terminal(console).map(terminal -> {
            question.why().forEach(line -> terminal.printf("%n%s", Plain.line(line)));
            return terminal.readLine("%n%s ", switch (question.kind()) {
                case CHANGE -> "To go on, type the name of the cluster:";
                case UNDO -> "To take them back, type the name of the cluster:";
                case RESTART -> "To restart the nodes one after the other, type the name of the cluster:";
                case FORMAT -> "To format the LUN, type its whole WWID:";
                case FORGET -> "To forget that, type the name of the node:";
            });
        }).map(String::strip);
    }
}
