// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.results;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.quorate.app.results.KeptResult;
import org.quorate.app.results.ResultContent;
import org.quorate.app.results.ResultStore;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.report.DiffReport;
import org.quorate.study.diff.ResultDiff;
import org.quorate.ui.Messages;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.DataForm;
import org.quorate.ui.runs.Found;
import org.quorate.ui.runs.PointScenario;
import org.quorate.ui.runs.Study;
import org.quorate.ui.runs.StudyRequest;
import org.quorate.ui.study.Studies;
import org.quorate.ui.study.StudyMessages;

/**
 * What can be done with kept results. What takes longer than a moment is returned as a study, to be run in the background. Used in one
 * thread, but for {@link #load} and the studies.
 */
public final class ResultsPresenter {

    /** Enough for anybody, and no long number overflows. */
    private static final long MOST_SEED = 999_999_999_999_999_999L;

    private final ResultStore store;
    private final Studies studies;
    private final Reports reports;
    private volatile List<KeptResult> results = List.of();
    private volatile List<Path> broken = List.of();
    private List<String> deleted = List.of();

    public ResultsPresenter(ResultStore store, Studies studies, Reports reports) {
        this.store = store;
        this.studies = studies;
        this.reports = reports;
    }

    /** Takes over what the store has; in any thread. */
    public void load() throws IOException {
        store.reload();
        results = store.results();
        broken = store.broken();
    }

    /** All of them, the newest first. */
    public List<KeptResult> rows() {
        return results;
    }

    /**
     * How many there are, and what is wrong.
     *
     * @param shown as many of them as a filter lets through
     */
    public String summary(int shown) {
        List<String> parts = new ArrayList<>();
        parts.add(shown < results.size() ? Messages.bind(ResultsMessages.Results_filtered, shown, results.size()) : counted());
        if (!broken.isEmpty()) {
            parts.add(Messages.bind(ResultsMessages.Results_broken, broken.size(), broken.get(0).getParent()));
        }
        if (!deleted.isEmpty()) {
            parts.add(Messages.bind(ResultsMessages.Results_deleted, deleted.size()));
        }
        return String.join(" ", parts);
    }

    private String counted() {
        return switch (results.size()) {
            case 0 -> ResultsMessages.Results_none;
            case 1 -> ResultsMessages.Results_one;
            default -> Messages.bind(ResultsMessages.Results_count, results.size());
        };
    }

    /** The result as it was found. */
    public Study opened(KeptResult result) throws IOException {
        return new Study(result.name(), fileName(result), document(result), progress -> found(result));
    }

    /** The same without a study, in all its forms; read from the disk, so in the background. In any thread. */
    public Found found(KeptResult result) throws IOException {
        ResultContent content = store.content(result.id());
        return new Found(content.report(),
                content.data().stream().map(form -> new DataForm(form.name(), form.extension(), form::text)).toList(),
                content.points().stream().map(point -> new PointScenario(point.name(), point::text)).toList());
    }

    /** What files with it are called, without their ends. */
    public static String fileName(KeptResult result) {
        return (result.scenario().isEmpty() ? "" : result.scenario() + "-") + result.study();
    }

    /** The same study with the same seed: it finds the same, to the last digit. */
    public Study again(KeptResult result) throws IOException {
        return studies.again(Messages.bind(ResultsMessages.Results_again, result.name()), request(result), document(result));
    }

    /**
     * The same study with another seed.
     *
     * @throws IllegalArgumentException with a message for the user, if the scenario cannot be given that seed
     */
    public Study again(KeptResult result, long seed) throws IOException {
        ScenarioReading reading = document(result).orElseThrow(() -> new IllegalArgumentException(ResultsMessages.Results_no_scenario))
                .with("study.seed", String.valueOf(seed));
        ScenarioDocument document = reading.document().orElseThrow(() -> new IllegalArgumentException(
                String.join("\n", reading.problems().stream().map(Problem::message).toList())));
        return studies.again(Messages.bind(ResultsMessages.Results_seed, result.name(), String.valueOf(seed)), Studies.withoutSeed(request(result)),
                Optional.of(document));
    }

    /** What asks for the study of a result again. */
    public StudyRequest request(KeptResult result) {
        return new StudyRequest(result.study(), result.answers(), result.file().map(Path::of));
    }

    /** What is kept of a re-run with another seed. */
    public StudyRequest requestWithoutSeed(KeptResult result) {
        return Studies.withoutSeed(request(result));
    }

    /** It has a scenario, whose seed can be changed and which can be opened. */
    public boolean hasScenario(KeptResult result) {
        return !result.scenario().isEmpty();
    }

    private Optional<ScenarioDocument> document(KeptResult result) throws IOException {
        return hasScenario(result) ? ScenarioReader.read(result.scenario() + ".yaml", store.scenario(result.id())).document() : Optional.empty();
    }

    /** Text of the scenario as it was. */
    public String scenario(KeptResult result) throws IOException {
        return store.scenario(result.id());
    }

    /** They are as many as can be read beside each other, and each has figures. */
    public boolean canStandBeside(List<KeptResult> chosen) {
        return chosen.size() >= 2 && chosen.size() <= ResultDiff.MOST && chosen.stream().allMatch(KeptResult::comparable);
    }

    /** Results beside each other; the others are held against the oldest. */
    public Study beside(List<KeptResult> chosen) {
        List<KeptResult> ordered = chosen.stream().sorted((a, b) -> Long.compare(a.dateMillis(), b.dateMillis())).toList();
        return new Study(ResultsMessages.Results_beside, "results", Optional.empty(), progress -> {
            List<ResultDiff.Entry> entries = new ArrayList<>();
            for (int i = 0; i < ordered.size(); i++) {
                ResultContent content = store.content(ordered.get(i).id());
                Optional<Scenario> scenario = ScenarioReader.read(ordered.get(i).name(), content.scenario()).document().map(ScenarioDocument::scenario);
                entries.add(new ResultDiff.Entry(called(ordered, i), content.comparison(), scenario));
                progress.report(i + 1, ordered.size(), ordered.get(i).name());
            }
            return new Found(DiffReport.document(ResultDiff.of(entries), reports.context(List.of())), List.of());
        });
    }

    /** Columns must not have the same name. */
    private static String called(List<KeptResult> all, int index) {
        String name = all.get(index).name();
        boolean alone = all.stream().filter(other -> other.name().equals(name)).count() == 1;
        return alone ? name : Messages.bind(ResultsMessages.Results_numbered, name, index + 1);
    }

    /** The file of the scenario is known, so that it can be held against what the scenario was. */
    public boolean hasFile(KeptResult result) {
        return hasScenario(result) && result.file().isPresent();
    }

    /** What differs between the scenario as it was and its file as it is. */
    public Study changes(KeptResult result) throws IOException {
        Path file = Path.of(result.file().orElseThrow());
        ScenarioDocument before = document(result).orElseThrow(() -> new IllegalArgumentException(ResultsMessages.Results_no_scenario));
        return new Study(Messages.bind(ResultsMessages.Results_changes_title, result.name()), "changes", Optional.of(before), progress -> {
            ScenarioReading now = ScenarioReader.read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
            Scenario after = now.document().map(ScenarioDocument::scenario).orElseThrow(() -> new IllegalArgumentException(
                    Messages.bind(ResultsMessages.Results_file_broken, file, now.problems().get(0).message())));
            return new Found(DiffReport.scenarios(result.name(), before.scenario(), file.getFileName().toString(), after,
                    reports.context(List.of())), List.of());
        });
    }

    /**
     * Gives a result another name.
     *
     * @throws IllegalArgumentException if the name is none
     */
    public void rename(KeptResult result, String name) throws IOException {
        store.rename(result.id(), name);
        load();
    }

    /** What is wrong with a name; nothing if it is one. */
    public static Optional<String> wrongName(String name) {
        return name.isBlank() || name.lines().count() != 1 ? Optional.of(ResultsMessages.Results_no_name) : Optional.empty();
    }

    /** What is wrong with a seed; nothing if it is one. */
    public static Optional<String> wrongSeed(String text) {
        return text.strip().matches("[0-9]{1,18}") ? Optional.empty() : Optional.of(Messages.bind(StudyMessages.Study_seed_allowed, MOST_SEED));
    }

    /** Pins all of them, or none any more if they are pinned already. */
    public void pin(List<KeptResult> chosen) throws IOException {
        boolean pin = chosen.stream().anyMatch(result -> !result.pinned());
        for (KeptResult result : chosen) {
            store.pin(result.id(), pin);
        }
        load();
    }

    /** Removes results; {@link #undelete} brings them back. */
    public void delete(List<KeptResult> chosen) throws IOException {
        if (!chosen.isEmpty()) {
            deleted = chosen.stream().map(KeptResult::id).toList();
            store.delete(deleted);
            load();
        }
    }

    /** Something can be brought back. */
    public boolean canUndelete() {
        return !deleted.isEmpty();
    }

    /** Brings back what was deleted last. */
    public void undelete() throws IOException {
        store.restore(deleted);
        deleted = List.of();
        load();
    }
}
