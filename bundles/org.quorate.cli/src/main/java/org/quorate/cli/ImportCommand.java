// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.quorate.app.ImportFile;
import org.quorate.app.ImportKind;
import org.quorate.app.ImportOptions;
import org.quorate.app.ImportedFile;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.Plain;
import org.quorate.model.Cluster;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code quorate import}. */
@Command(name = "import", description = "Read what another tool wrote into a part of a scenario, and write that part, or a scenario"
        + " with it, as YAML. What could not be used is told on standard error, each line with the reason.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:success", "1:failure: nothing can be taken from the file",
            "2:wrong usage", "3:the scenario has errors, or would have them", "130:interrupted"},
        footer = {"", "The kinds, how their files are made, and what becomes of them:",
            "  find      find DIR -type f -printf '%%s %%p\\n' (or \\0): sets of files",
            "  du        du -a DIR: the same, sizes as the disk has them",
            "  du-bytes  du -ab DIR: the same, sizes in bytes",
            "  strace    strace -f -ttt -T -o FILE PROGRAM: sets of files, and a phase with the operations,",
            "            their sizes, the sharing of files, threads and think time",
            "  fio       a job file of fio: a phase for all jobs up to the next stonewall",
            "  fio-json  fio --output-format=json: service times, bandwidth and queue depth of the LUN",
            "", "The file is only read, up to 1 GiB of it: nothing in it is executed, looked up or expanded."})
final class ImportCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    /** The words of the kinds. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(ImportKind.values()).map(ImportKind::word).iterator();
        }
    }

    /** A kind from its word. */
    static final class KindConverter implements ITypeConverter<ImportKind> {
        @Override
        public ImportKind convert(String word) {
            return Stream.of(ImportKind.values()).filter(kind -> kind.word().equals(word.toLowerCase(Locale.ROOT))).findFirst()
                    .orElseThrow(() -> new TypeConversionException("expected one of " + String.join(", ", new Kinds()) + " but was '" + word + "'"));
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "KIND", converter = KindConverter.class, completionCandidates = Kinds.class,
            description = "What wrote the file: ${COMPLETION-CANDIDATES}.")
    private ImportKind kind;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file; - reads standard input.")
    private String file;

    @Option(names = "--into", paramLabel = "SCENARIO", description = "Write this scenario with what was imported: file sets and phases"
            + " behind its own, figures of the LUN in their place; all else stays, comments too. The file itself is not changed.")
    private String into;

    @Option(names = "--nodes", paramLabel = "NUMBER", description = "Nodes that will do the work; default: those of the scenario, else 2.")
    private Integer nodes;

    @Option(names = "--below", paramLabel = "DIR", description = "Only files below this directory are on the shared file system.")
    private String below;

    @Mixin
    private OutputArguments output;

    @Mixin
    private CommonOptions common;

    private final Console console;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        output.check();
        QuorateApp app = new QuorateApp(1);
        Optional<ScenarioDocument> scenario = into == null ? Optional.empty() : Optional.of(scenario(app));
        ImportOptions options = options(scenario);
        ImportedFile imported;
        try (Work work = new Work(console, common.quiet())) {
            imported = work.run("MiB", progress -> read(app.importFile(), options, progress));
        }
        String text = scenario.isEmpty() ? imported.fragment() : changed(imported.into(scenario.get()));
        tell(imported);
        output.write(console, text);
        return ExitCode.OK;
    }

    private ScenarioDocument scenario(QuorateApp app) throws IOException {
        ScenarioReading reading = app.validateScenario().read(Path.of(into));
        return valid(reading, "the scenario has errors");
    }

    private String changed(ScenarioReading reading) {
        return valid(reading, "the scenario would have errors with what was imported").text();
    }

    private ScenarioDocument valid(ScenarioReading reading, String otherwise) {
        if (reading.document().isEmpty()) {
            for (Problem problem : reading.problems()) {
                console.tell(problem);
            }
        }
        return reading.document().orElseThrow(() -> new CommandFailure(ExitCode.PROBLEMS, otherwise));
    }

    private ImportOptions options(Optional<ScenarioDocument> scenario) {
        int number = nodes != null ? nodes : scenario.map(document -> document.scenario().cluster().nodes().size()).orElse(2);
        if (number < 1 || number > Cluster.MOST_NODES) {
            throw new ParameterException(spec.commandLine(), "--nodes is 1 to " + Cluster.MOST_NODES + ", not " + number);
        }
        return new ImportOptions(number, Optional.ofNullable(below));
    }

    private ImportedFile read(ImportFile importFile, ImportOptions options, Progress progress) throws IOException {
        return file.equals(STANDARD_INPUT) ? importFile.read(kind, console.in(), OptionalLong.empty(), options, progress)
                : importFile.read(kind, Path.of(file), options, progress);
    }

    private void tell(ImportedFile imported) {
        if (common.quiet()) {
            return;
        }
        String name = file.equals(STANDARD_INPUT) ? "<stdin>" : file;
        imported.remarks().forEach(console::remark);
        imported.unused(name).forEach(line -> console.err().println("not used: " + Plain.line(line)));
    }
}
