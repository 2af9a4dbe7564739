// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.quorate.app.BoundedText;
import org.quorate.app.ReportForm;
import org.quorate.app.SizingPlan;
import org.quorate.app.StudyOptions;
import org.quorate.cli.text.Plain;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.document.Language;
import org.quorate.report.sizing.Template;
import org.quorate.study.io.MapJson;
import org.quorate.study.io.SweepJson;
import org.quorate.study.map.CrossoverMap;
import org.quorate.study.sweep.Basis;
import org.quorate.study.sweep.PointKey;
import org.quorate.study.sweep.Sweep;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a sizing report has in it, and its form. */
final class SizingArguments {

    /** Far beyond any result of a study, and still memory that there is. */
    private static final int MOST_BYTES = 64 << 20;

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--format", paramLabel = "FORM", description = "Form of the report; default: as the name of the output ends.")
    private String format;

    @Option(names = "--template", paramLabel = "FILE", description = "Template of the report (YAML); default: report.yaml beside the"
            + " scenario, if there is one.")
    private Path template;

    @Option(names = "--language", paramLabel = "en|de", description = "Language of the program's words, instead of the template's.")
    private String language;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "Date on the report; default: today. With it, the same scenario gives"
            + " the same bytes.")
    private String date;

    @Option(names = "--no-capacity", description = "Do not search the load that the targets allow.")
    private boolean noCapacity;

    @Option(names = "--sensitivity", description = "Also move each input to see what would change the answer; takes some dozen times as long"
            + " as a comparison.")
    private boolean sensitivity;

    @Option(names = "--sweep", paramLabel = "FILE", description = "Show a sweep of this scenario: JSON as quorate sweep --json wrote it; may"
            + " be given several times.")
    private List<Path> sweeps = List.of();

    @Option(names = "--map", paramLabel = "FILE", description = "Show a map of this scenario: JSON as quorate map --json wrote it; may be"
            + " given several times.")
    private List<Path> maps = List.of();

    @Option(names = "--keep", paramLabel = "DIR", description = "Keep finished parts in this directory and use those that are there;"
            + " default: sizing.points for an output sizing.pdf or sizing.html; without an output nothing is kept.")
    private Path keep;

    /** Where parts are kept, the same for all forms of a report; absent: nothing is kept. */
    Optional<Path> kept(OutputArguments output) {
        return Optional.ofNullable(keep).or(() -> KeepArgument.beside(output, name -> name.replaceFirst("\\.[^.]*$", "")));
    }

    /** The form that is asked for, or that the output's name tells. */
    ReportForm form(OutputArguments output) {
        ReportForm form = named(output);
        if (output.toTerminal() && form.hasFolder()) {
            throw usage("a report as " + form.title() + " has a folder beside it: name its file with -o");
        }
        return form;
    }

    private ReportForm named(OutputArguments output) {
        if (format != null) {
            return ReportForm.ofExtension(format).orElseThrow(() -> usage("--format is one of " + forms() + ", not " + Plain.line(format)));
        }
        Path file = output.file().orElseThrow(() -> usage("-o names the file of the report, which ends in ."
                + String.join(", .", ReportForm.extensions()) + "; or --format its form"));
        return ReportForm.of(file).orElseThrow(() -> usage(Plain.line(String.valueOf(file.getFileName()))
                + " does not tell the form of the report: name it with --format, one of " + forms()));
    }

    /** The template that is named. */
    Optional<Path> template() {
        return Optional.ofNullable(template);
    }

    /** The template in the language that is asked for. */
    Template spoken(Template read) {
        if (language == null) {
            return read;
        }
        return read.in(Language.of(language).orElseThrow(() -> usage(
                "--language is one of " + String.join(", ", Arrays.stream(Language.values()).map(Language::tag).toList()) + ", not "
                        + Plain.line(language))));
    }

    private static String forms() {
        return String.join(", ", ReportForm.extensions());
    }

    /** The date that is asked for. */
    Optional<LocalDate> date() {
        try {
            return Optional.ofNullable(date).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw usage("--date is a day as in 2026-11-28, not " + Plain.line(date));
        }
    }

    /**
     * What is wanted of the report.
     *
     * @param build  of the program
     * @param remark is told what is otherwise in the file of a sweep or map, and no mistake
     * @throws IOException if the file of a sweep or map cannot be read
     */
    SizingPlan.Wish wish(ScenarioDocument document, StudyOptions options, Optional<Path> keep, Supplier<String> build, Consumer<String> remark)
            throws IOException {
        List<Sweep> sweptBefore = new ArrayList<>();
        for (Path file : sweeps) {
            Sweep sweep = read("--sweep", file, new SweepJson()::read);
            checked(new Before("--sweep", file, sweep.scenario(), sweep.basis(), sweep.seed(), sweep.replications()), document, options, build, remark);
            sweptBefore.add(sweep);
        }
        List<CrossoverMap> mappedBefore = new ArrayList<>();
        for (Path file : maps) {
            CrossoverMap map = read("--map", file, new MapJson()::read);
            checked(new Before("--map", file, map.scenario(), map.basis(), map.seed(), map.replications()), document, options, build, remark);
            mappedBefore.add(map);
        }
        return new SizingPlan.Wish(options, !noCapacity, sensitivity, Optional.empty(), sweptBefore, mappedBefore, keep);
    }

    /** A study that was made before, as its file tells. */
    private record Before(String option, Path file, String scenario, Basis basis, OptionalLong seed, OptionalInt replications) {
    }

    private <T> T read(String option, Path file, Function<String, T> reader) throws IOException {
        try {
            return reader.apply(BoundedText.read(file, MOST_BYTES));
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw usage(option + ": " + Plain.line(file + " is " + e.getMessage()));
        }
    }

    private void checked(Before before, ScenarioDocument document, StudyOptions options, Supplier<String> build, Consumer<String> remark) {
        Scenario scenario = document.scenario();
        String file = before.option() + ": " + before.file();
        String again = ": make it again with quorate " + before.option().substring(2) + " --json";
        if (!scenario.name().equals(before.scenario())) {
            throw usage(Plain.line(file + " is of the scenario " + before.scenario() + ", not of " + scenario.name()));
        }
        if (!before.basis().known()) {
            throw usage(Plain.line(file + " does not tell what the scenario was, nor the build of the program" + again));
        }
        if (!before.basis().scenario().equals(PointKey.scenario(scenario))) {
            throw usage(Plain.line(file + " is of the scenario " + scenario.name() + " as it was, which has changed" + again));
        }
        if (!before.basis().build().equals(build.get())) {
            throw usage(Plain.line(file + " is of another build of the program" + again));
        }
        long seed = options.seed().orElse(scenario.study().seed());
        if (before.seed().isPresent() && before.seed().getAsLong() != seed) {
            remark.accept(file + " has the seed " + before.seed().getAsLong() + ", the report " + seed);
        }
        int replications = options.replications().orElse(scenario.study().replications());
        if (before.replications().isPresent() && before.replications().getAsInt() != replications) {
            remark.accept(file + " has " + before.replications().getAsInt() + " replications, the report " + replications);
        }
    }

    /** The options that give the same report again. */
    List<String> again() {
        List<String> command = new ArrayList<>();
        Optional.ofNullable(format).ifPresent(form -> command.addAll(List.of("--format", form)));
        template().ifPresent(file -> command.addAll(List.of("--template", file.toString())));
        Optional.ofNullable(language).ifPresent(tag -> command.addAll(List.of("--language", tag)));
        Optional.ofNullable(date).ifPresent(day -> command.addAll(List.of("--date", day)));
        if (noCapacity) {
            command.add("--no-capacity");
        }
        if (sensitivity) {
            command.add("--sensitivity");
        }
        sweeps.forEach(file -> command.addAll(List.of("--sweep", file.toString())));
        maps.forEach(file -> command.addAll(List.of("--map", file.toString())));
        return command;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
