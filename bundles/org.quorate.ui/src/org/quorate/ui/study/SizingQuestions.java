// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.quorate.app.Progress;
import org.quorate.app.ReportForm;
import org.quorate.app.SizingPlan;
import org.quorate.app.StudyOptions;
import org.quorate.app.results.KeptResult;
import org.quorate.app.results.KeptStudies;
import org.quorate.app.results.KeptStudies.KeptComparison;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.report.document.Language;
import org.quorate.report.sizing.Cover;
import org.quorate.report.sizing.Template;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;

/** Asks what a sizing report has in it, how it looks, and where it is written. */
public final class SizingQuestions implements Questionnaire {

    /** Word of the study, as the command line has it. */
    public static final String WORD = "report";
    static final String FILE = "file";
    static final String REPLACE = "replace";
    static final String TEMPLATE = "template";
    static final String LANGUAGE = "language";
    static final String CUSTOMER = "customer";
    static final String PROJECT = "project";
    static final String AUTHOR = "author";
    static final String VERSION = "version";
    static final String CAPACITY = "capacity";
    static final String SENSITIVITY = "sensitivity";
    static final String SCALING = "scaling";

    private static final String ALL = "*.";

    private final StudyTools tools;
    private final ScenarioDocument document;
    private final Optional<Path> source;
    private final KeptStudies studies;
    private final SizingTemplate templates;
    private volatile Optional<Kept> kept = Optional.empty();

    /**
     * What need not be made again.
     *
     * @param comparison of the scenario
     * @param scaling    sweeps and maps, by what they are called
     * @param unread     why nothing is known of what was kept
     */
    private record Kept(Optional<KeptComparison> comparison, Map<String, KeptResult> scaling, Optional<String> unread) {
    }

    /**
     * @param source  file of the scenario; absent: it has none yet
     * @param studies that were made before
     * @param pages   of templates
     */
    SizingQuestions(StudyTools tools, ScenarioDocument document, Optional<Path> source, KeptStudies studies, TemplatePages pages) {
        this.tools = tools;
        this.document = document;
        this.source = source.map(Path::toAbsolutePath);
        this.studies = studies;
        templates = new SizingTemplate(tools.app().readTemplate(), this.source, pages);
    }

    /** The answers that a kept report can be had again with: it is shown, and no file is written over. */
    public static Map<String, String> kept(Map<String, String> answers) {
        Map<String, String> without = new HashMap<>(answers);
        without.put(FILE, "");
        without.remove(REPLACE);
        return without;
    }

    /** What is proposed when the same is asked again: all that was entered, but that a file may be replaced, which is said each time. */
    public static Map<String, String> again(Map<String, String> entered) {
        Map<String, String> without = new HashMap<>(entered);
        without.remove(REPLACE);
        return without;
    }

    @Override
    public String title() {
        return StudyMessages.Sizing_title;
    }

    @Override
    public String intro() {
        return StudyMessages.Sizing_intro;
    }

    @Override
    public String help() {
        return WORD;
    }

    @Override
    public List<Question> questions(Map<String, String> entered) {
        String file = entered.getOrDefault(FILE, proposedFile());
        String template = entered.getOrDefault(TEMPLATE, templates.proposed());
        boolean own = template.isBlank();
        Set<String> scaling = kept.map(found -> found.scaling().keySet()).orElse(Set.of());
        return List.of(
                Question.newFile(FILE, StudyMessages.Sizing_file, Stream.of(ReportForm.values()).map(form -> ALL + form.extension()).toList(),
                        file, Messages.bind(StudyMessages.Sizing_file_hint, SizingFile.ends())),
                Question.yesOrNo(REPLACE, StudyMessages.Sizing_replace, entered.getOrDefault(REPLACE, "").equals(Question.YES), "")
                        .enabledIf(SizingFile.exists(file, source)),
                templates.question(TEMPLATE, template),
                Question.choice(LANGUAGE, StudyMessages.Sizing_language, languages(), entered.getOrDefault(LANGUAGE, own ? usualLanguage()
                        : StudyMessages.Sizing_language_template), ""),
                cover(entered, CUSTOMER, StudyMessages.Sizing_customer, own), cover(entered, PROJECT, StudyMessages.Sizing_project, own),
                cover(entered, AUTHOR, StudyMessages.Sizing_author, own), cover(entered, VERSION, StudyMessages.Sizing_version, own),
                Question.yesOrNo(CAPACITY, StudyMessages.Sizing_capacity, entered.getOrDefault(CAPACITY, Question.YES).equals(Question.YES),
                        "")
                        .enabledIf(!document.scenario().targets().isEmpty(), StudyMessages.Sizing_capacity_none),
                Question.yesOrNo(SENSITIVITY, StudyMessages.Sizing_sensitivity, entered.getOrDefault(SENSITIVITY, "").equals(Question.YES),
                        StudyMessages.Sizing_sensitivity_hint),
                Question.several(SCALING, StudyMessages.Sizing_scaling, List.copyOf(scaling), entered.getOrDefault(SCALING,
                        Question.severalOf(List.copyOf(scaling))), "").enabledIf(!scaling.isEmpty(), StudyMessages.Sizing_scaling_none));
    }

    private static Question cover(Map<String, String> entered, String key, String title, boolean own) {
        return Question.text(key, title, entered.getOrDefault(key, ""), "").enabledIf(own);
    }

    private String proposedFile() {
        return source.map(file -> file.resolveSibling(document.scenario().name() + "-sizing." + ReportForm.PDF.extension()).toString())
                .orElse("");
    }

    private static List<String> languages() {
        return Stream.concat(Stream.of(StudyMessages.Sizing_language_template), Stream.of(Language.values()).map(SizingQuestions::name)).toList();
    }

    private static String name(Language language) {
        return language.locale().getDisplayLanguage(language.locale());
    }

    /** That of the workbench, if reports are written in it. */
    private static String usualLanguage() {
        return name(Stream.of(Language.values()).filter(language -> language.locale().getLanguage().equals(Locale.getDefault().getLanguage()))
                .findFirst().orElse(Language.ENGLISH));
    }

    /** Another template may say another language, and has its own cover. */
    @Override
    public Set<String> dependents(String key) {
        return key.equals(TEMPLATE) ? Set.of(LANGUAGE) : key.equals(FILE) ? Set.of(REPLACE) : Set.of();
    }

    @Override
    public void prepare(Map<String, String> answers, BooleanSupplier cancelled) {
        templates.look(answers.get(TEMPLATE));
        if (kept.isPresent()) {
            return;
        }
        try {
            Map<String, KeptResult> scaling = new LinkedHashMap<>();
            studies.sweepsAndMaps(document).forEach(result -> scaling.put(result.name() + ", " + when(result), result));
            kept = Optional.of(new Kept(studies.comparison(document), scaling, Optional.empty()));
        } catch (IOException e) {
            // All of it can be made again.
            kept = Optional.of(new Kept(Optional.empty(), Map.of(), Optional.of(Look.plain(e.getMessage()))));
        }
    }

    private static String when(KeptResult result) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(Locale.getDefault()).withZone(ZoneId.systemDefault())
                .format(result.when());
    }

    @Override
    public Reply check(Map<String, String> answers, BooleanSupplier cancelled) {
        Checks checks = new Checks();
        Optional<SizingFile> file = checks.ask(FILE, () -> SizingFile.of(answers.get(FILE), source, answers.get(REPLACE).equals(Question.YES)))
                .flatMap(found -> found);
        Optional<Template> template = checks.ask(TEMPLATE, () -> template(answers));
        if (!checks.passed()) {
            return checks.failed();
        }
        return checks.ask(SENSITIVITY, () -> plan(answers, template.orElseThrow(), cancelled))
                .map(plan -> reply(answers, plan, template.orElseThrow(), file)).orElseGet(checks::failed);
    }

    /** @throws IllegalArgumentException with all that is wrong with it, a line each */
    private Template template(Map<String, String> answers) {
        Template read = templates.read(answers.get(TEMPLATE)).orElseGet(() -> {
            Template standard = Template.standard();
            Cover cover = new Cover("", answers.get(CUSTOMER).strip(), answers.get(PROJECT).strip(), answers.get(AUTHOR).strip(),
                    answers.get(VERSION).strip());
            return new Template(cover, standard.brand(), standard.language(), standard.parts());
        });
        return Stream.of(Language.values()).filter(language -> name(language).equals(answers.get(LANGUAGE))).findFirst().map(read::in)
                .orElse(read);
    }

    private SizingPlan plan(Map<String, String> answers, Template template, BooleanSupplier cancelled) {
        Kept found = kept.orElseThrow();
        List<KeptResult> scaling = Question.several(answers.get(SCALING)).stream().filter(found.scaling()::containsKey)
                .map(found.scaling()::get).toList();
        return tools.app().makeSizingReport().plan(document, template, new SizingPlan.Wish(StudyOptions.NONE,
                answers.get(CAPACITY).equals(Question.YES), answers.get(SENSITIVITY).equals(Question.YES),
                found.comparison().map(KeptComparison::comparison), studies.sweeps(scaling), studies.maps(scaling), tools.points()),
                Progress.silent(cancelled));
    }

    private Reply reply(Map<String, String> answers, SizingPlan plan, Template template, Optional<SizingFile> file) {
        SizingWork work = new SizingWork(tools.app().makeSizingReport(), plan, template, file);
        return Reply.of(summary(plan), tools.study(document, StudyMessages.Sizing_result, WORD, options(answers, file), work));
    }

    private String summary(SizingPlan plan) {
        String comparison = kept.orElseThrow().comparison().map(found -> Messages.bind(StudyMessages.Sizing_summary_kept, when(found.result())))
                .orElse(StudyMessages.Sizing_summary_new);
        comparison = kept.orElseThrow().unread().map(why -> Messages.bind(StudyMessages.Sizing_unread, why) + " ").orElse("") + comparison;
        return plan.notes().isEmpty() ? comparison
                : comparison + " " + Messages.bind(StudyMessages.Sizing_left_out, String.join("; ", plan.notes()));
    }

    /** Of the command that makes the same report, but for a cover that was typed in and sweeps and maps that were kept here. */
    private List<String> options(Map<String, String> answers, Optional<SizingFile> file) {
        Stream<String> output = file.stream().flatMap(known -> Stream.of("-o", known.file().getFileName().toString()));
        Stream<String> template = Stream.of(answers.get(TEMPLATE).strip()).filter(path -> !path.isEmpty())
                .flatMap(path -> Stream.of("--template", beside(Path.of(path)).toString()));
        Stream<String> language = Stream.of(Language.values()).filter(one -> name(one).equals(answers.get(LANGUAGE)))
                .flatMap(one -> Stream.of("--language", one.tag()));
        Stream<String> parts = Stream.of(document.scenario().targets().isEmpty() || answers.get(CAPACITY).equals(Question.YES) ? ""
                : "--no-capacity", answers.get(SENSITIVITY).equals(Question.YES) ? "--sensitivity" : "").filter(option -> !option.isEmpty());
        return Stream.of(output, template, language, parts).flatMap(some -> some).toList();
    }

    /** As the command names it in the folder of the scenario. */
    private Path beside(Path file) {
        return source.map(Path::getParent).filter(file::startsWith).map(folder -> folder.relativize(file)).orElse(file);
    }
}
