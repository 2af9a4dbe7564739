// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.quorate.app.QuorateApp;
import org.quorate.app.Samples;
import org.quorate.cli.text.Plain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code quorate samples}: the scenarios that come with the program. */
@Command(name = "samples", description = "List, show or copy the scenarios that come with the program.",
        subcommands = {SamplesCommand.Show.class, SamplesCommand.Copy.class})
final class SamplesCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    private final Console console;

    SamplesCommand(Console console) {
        this.console = console;
    }

    /** Lists them: name and title. */
    @Override
    public Integer call() throws IOException {
        QuorateApp app = new QuorateApp(1);
        for (String name : app.samples().names()) {
            byte[] text = app.samples().scenario(name).getBytes(StandardCharsets.UTF_8);
            String title = app.validateScenario().read(name, new ByteArrayInputStream(text)).document()
                    .map(document -> document.scenario().title()).orElse("");
            console.out().print(name + " ".repeat(Math.max(1, 18 - name.length())) + Plain.line(title) + "\n");
        }
        return ExitCode.OK;
    }

    /** The sample that a subcommand works on. */
    static final class Name {

        @Spec(Spec.Target.MIXEE)
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "NAME", description = "Name of the sample, as the list shows it.")
        private String name;

        /** The name, if there is such a sample. */
        String existing(Samples samples) {
            if (!samples.names().contains(name)) {
                throw new ParameterException(spec.commandLine(),
                        "no sample " + name + ": there are " + String.join(", ", samples.names()));
            }
            return name;
        }
    }

    /** {@code quorate samples show}. */
    @Command(name = "show", description = "Write the scenario file of a sample to standard output.")
    static final class Show implements Callable<Integer> {

        @Mixin
        private Name name;

        @Mixin
        private CommonOptions common;

        private final Console console;

        Show(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            Samples samples = new QuorateApp(1).samples();
            console.out().print(samples.scenario(name.existing(samples)));
            return ExitCode.OK;
        }
    }

    /** {@code quorate samples copy}. */
    @Command(name = "copy", description = "Copy a sample into a directory.")
    static final class Copy implements Callable<Integer> {

        @Mixin
        private Name name;

        @Parameters(index = "1", arity = "0..1", paramLabel = "DIRECTORY",
                description = "Where to; default: one named like the sample.")
        private Path directory;

        @Option(names = "--force", description = "Replace files that exist.")
        private boolean force;

        @Mixin
        private CommonOptions common;

        private final Console console;

        Copy(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            Samples samples = new QuorateApp(1).samples();
            String existing = name.existing(samples);
            Path target = directory == null ? Path.of(existing) : directory;
            samples.copy(existing, target, force);
            if (!common.quiet()) {
                console.err().println("quorate: wrote " + Plain.line(target.resolve("scenario.yaml").toString()));
            }
            return ExitCode.OK;
        }
    }
}
