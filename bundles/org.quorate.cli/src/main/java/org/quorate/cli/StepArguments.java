// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.quorate.app.ApplyExport;
import org.quorate.app.ApplyReport;
import org.quorate.app.NodeAccess;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.ApplyText;
import org.quorate.cli.text.Plain;
import org.quorate.model.Scenario;
import org.quorate.provision.form.Form;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.ProvisioningResult;
import org.quorate.provision.plan.Refused;
import org.quorate.remote.apply.ApplyJob;
import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.Confirmations;
import org.quorate.remote.apply.Verb;
import org.quorate.study.io.JsonForm;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the dry run and the change of real nodes have in common. */
final class StepArguments {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private ScenarioArgument scenarioArgument;

    @Mixin
    private FileSystemArgument fileSystem;

    @Mixin
    private HostArguments hosts;

    @Option(names = "--arbiter", paramLabel = "[USER@]HOST[:PORT]", description = "Where the quorum device is reached; default: its address.")
    private String arbiter;

    @Option(names = "--only", paramLabel = "STEP", split = ",", description = "Only these steps.")
    private List<String> only = List.of();

    @Mixin
    private NodeArguments nodes;

    @Option(names = "--json", description = "Write JSON (" + ApplyReport.FORMAT + ") instead of text.")
    private boolean json;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    /**
     * What one of the two commands wants.
     *
     * @param verb   what is done
     * @param resume a former run is resumed
     * @param audit  folder of logs; absent: the usual one
     * @param sure   whom it asks for confirmations
     */
    record Wish(Verb verb, boolean resume, Optional<Path> audit, Confirmations sure) {
    }

    NodeArguments nodes() {
        return nodes;
    }

    /** Tells what is no result. */
    void remark(Console console, String text) {
        common.remark(console, text);
    }

    /** Does it and writes what came of it. */
    int run(Console console, Wish wish) throws IOException {
        NodeAccess access = nodes.rootAccess();
        output.check();
        QuorateApp app = new QuorateApp(1);
        Scenario scenario = scenarioArgument.scenario(app.validateScenario(), console, common.quiet());
        String label = fileSystem.label(scenario);
        ProvisioningResult result = app.exportScripts().plan(scenario, label, Form.BASH);
        if (result instanceof Refused refused) {
            return Refusal.tell(console, label, refused, "nothing was done");
        }
        ProvisioningPlan plan = (ProvisioningPlan) result;
        Map<String, String> places = new LinkedHashMap<>(hosts.asked(Optional.of(scenario)));
        if (arbiter != null && plan.text("QUORUM_DEVICE").isEmpty()) {
            throw usage("--arbiter: the scenario has no quorum device");
        }
        if (arbiter != null) {
            places.put(plan.text("QUORUM_DEVICE"), arbiter);
        }
        Path folder = wish.audit().orElse(app.applyExport().auditFolder());
        ApplyJob job = job(plan, wish, access, folder);
        ApplyText text = new ApplyText(common.style(console, output.toTerminal()));
        if (wish.verb() != Verb.PLAN && !common.quiet()) {
            console.err().print(new ApplyText(common.style(console, false)).plan(job));
            console.err().flush();
        }
        AtomicReference<ApplyReport> report = new AtomicReference<>();
        try (Work work = new Work(console, common.quiet())) {
            work(work, progress -> report.set(app.applyExport().run(job, scenario, ApplyExport.hosts(places, plan), access,
                    new ApplyExport.Watch(nodes.questions(console), wish.sure(), listener(console, wish.verb()), line -> common.remark(console, line)),
                    counted(wish.verb(), progress))));
            if (report.get() == null) {
                throw new CancellationException();
            }
            output.write(console, json ? JsonForm.text(report.get()) : text.write(report.get(), next(report.get(), wish)));
        }
        return code(report.get());
    }

    private ApplyJob job(ProvisioningPlan plan, Wish wish, NodeAccess access, Path folder) {
        try {
            return new ApplyJob(plan, wish.verb(), only, wish.resume(), access.atOnce(), folder);
        } catch (IllegalArgumentException e) {
            throw usage("--only: " + Plain.line(e.getMessage()));
        }
    }

    /** What it does. */
    private interface Doing {
        void run(Progress progress) throws IOException;
    }

    /** An interrupt ends it with a result, which says what is still at work. */
    private void work(Work work, Doing doing) throws IOException {
        try {
            work.run("steps", progress -> {
                doing.run(progress);
                return null;
            });
        } catch (CancellationException e) {
            // What there is of a result is written.
            return;
        }
    }

    private ApplyListener listener(Console console, Verb verb) {
        if (common.quiet()) {
            return ApplyListener.SILENT;
        }
        return verb != Verb.PLAN ? new StepLines(console) : new ApplyListener() {
            @Override
            public void remark(String node, String text) {
                common.remark(console, node + ": " + text);
            }
        };
    }

    /** What changes nodes says line by line how it goes; a count between the lines would only disturb them. */
    private static Progress counted(Verb verb, Progress progress) {
        return verb == Verb.PLAN ? progress : Progress.silent(progress::isCancelled);
    }

    private static int code(ApplyReport report) {
        int code = switch (report.result().ending()) {
            case DONE -> ExitCode.OK;
            case FAILED -> ExitCode.FAILURE;
            case REFUSED -> ExitCode.PROBLEMS;
            case UNCONFIRMED -> ExitCode.UNCONFIRMED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
        if (code == ExitCode.OK && report.isIncomplete()) {
            return ExitCode.FAILURE;
        }
        return code == ExitCode.OK && report.hasCritical() ? ExitCode.PROBLEMS : code;
    }

    /** The command to go on with; empty: there is nothing to go on with. */
    private String next(ApplyReport report, Wish wish) {
        List<String> words = new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
        return switch (report.result().ending()) {
            case DONE -> "";
            case REFUSED, FAILED, INTERRUPTED, UNCONFIRMED -> {
                if (wish.verb() == Verb.PLAN) {
                    yield "";
                }
                if (!words.contains("--resume")) {
                    words.add("--resume");
                }
                yield "quorate " + ShellLine.of(words);
            }
        };
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
