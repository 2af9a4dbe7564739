// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioChange;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.study.diff.ResultDiff;
import org.quorate.study.diff.ResultDiff.Entry;
import org.quorate.study.result.Origin;

/** Makes the report on results that are set beside each other, and on what differs between scenarios. Pure functions. */
public final class DiffReport {

    private static final String ABSENT = "–";

    private DiffReport() {
    }

    /**
     * The report on results.
     *
     * @param diff    two or more of them
     * @param context date
     */
    public static ReportDocument document(ResultDiff diff, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "What became of the figures"));
        for (int i = 1; i < diff.entries().size(); i++) {
            blocks.add(answer(diff, i));
        }
        blocks.addAll(notices(diff));
        blocks.add(results(diff));
        blocks.addAll(verdicts(diff));
        blocks.add(new Heading(2, "scenario", "What differs in the scenarios"));
        blocks.add(changes(diff));
        blocks.addAll(new DiffTables(diff).blocks());
        List<String> names = diff.entries().stream().map(Entry::name).toList();
        return new ReportDocument("Results beside each other", Words.and(names), KeyValues.of("Date", context.date().toString(), "Results",
                Integer.toString(names.size()), "Held against", names.get(0)), blocks);
    }

    /**
     * The report on what differs between two scenarios.
     *
     * @param firstName  what the first is called, for example the name of a result
     * @param secondName what the second is called, for example a file
     */
    public static ReportDocument scenarios(String firstName, Scenario first, String secondName, Scenario second, ReportContext context) {
        List<ScenarioChange> changes = ScenarioChange.between(first, second);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "scenario", "What differs in the scenarios"));
        blocks.add(new Notice(Notice.Kind.VERDICT, changes.isEmpty() ? "No value differs" : changes.size() == 1 ? "One value differs"
                : changes.size() + " values differ", changes.isEmpty() ? "Comments, order and the way values are written do not count." : ""));
        if (!changes.isEmpty()) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            changes.forEach(change -> values.put(change.path(), List.of(change.before().orElse(ABSENT), change.after().orElse(ABSENT))));
            blocks.add(table(List.of(firstName, secondName), values));
        }
        return new ReportDocument("Scenarios beside each other", Words.and(List.of(firstName, secondName)),
                KeyValues.of("Date", context.date().toString()), blocks);
    }

    private static Notice answer(ResultDiff diff, int index) {
        String names = diff.entries().get(index).name() + " against " + diff.entries().get(0).name() + ": ";
        if (diff.same(index)) {
            return new Notice(Notice.Kind.VERDICT, names + "the same numbers", "Every figure is the same to the last digit.");
        }
        long significant = diff.significant(index);
        long common = diff.common(index);
        return new Notice(Notice.Kind.VERDICT, names + (common == 0 ? "nothing in common" : significant == 0 ? "no significant difference"
                : significant + " of " + common + " figures differ significantly"), common == 0
                ? "The two have no contender, phase and operation of the same names." : "Whether a difference is significant is said by"
                + " Welch's t test on the means over the replications, at " + Settings.percent(diff.entries().get(0).comparison().origin().confidence())
                + " confidence: the interval of the difference excludes 0.");
    }

    private static List<Notice> notices(ResultDiff diff) {
        List<Notice> notices = new ArrayList<>();
        List<Origin> origins = diff.entries().stream().map(entry -> entry.comparison().origin()).toList();
        if (origins.stream().map(Origin::quorateVersion).distinct().count() > 1) {
            notices.add(new Notice(Notice.Kind.WARNING, "The results are of different versions of Quorate",
                    "A difference may come from the program rather than from the scenario."));
        }
        if (origins.stream().map(Origin::scenario).distinct().count() > 1) {
            notices.add(new Notice(Notice.Kind.NOTE, "The results are of different scenarios",
                    "Contenders, phases and operations of the same name are set beside each other."));
        }
        boolean same = IntStream.range(1, origins.size()).allMatch(diff::same);
        if (!same && origins.stream().map(Origin::seed).distinct().count() < origins.size()) {
            notices.add(new Notice(Notice.Kind.NOTE, "Some of the results have the same seed",
                    "They share random numbers, of which the test makes no use: what it does not call significant may differ nevertheless."));
        }
        return notices;
    }

    private static Table results(ResultDiff diff) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        List<Entry> entries = diff.entries();
        rows.put("Scenario", entries.stream().map(entry -> entry.comparison().origin().scenario()).toList());
        rows.put("Verdict", entries.stream().map(entry -> Words.sentence(entry.comparison().verdict().headline())).toList());
        rows.put("Seed", entries.stream().map(entry -> Long.toString(entry.comparison().origin().seed())).toList());
        rows.put("Replications", entries.stream().map(entry -> Integer.toString(entry.comparison().origin().replications())).toList());
        rows.put("Confidence", entries.stream().map(entry -> Settings.percent(entry.comparison().origin().confidence())).toList());
        rows.put("Nodes", entries.stream().map(entry -> Integer.toString(entry.comparison().origin().nodes().size())).toList());
        rows.put("Kernel", entries.stream().map(entry -> entry.comparison().origin().kernel()).toList());
        rows.put("Quorate", entries.stream().map(entry -> entry.comparison().origin().quorateVersion()).toList());
        return words("The results", "", entries.stream().map(Entry::name).toList(), rows);
    }

    private static List<Block> verdicts(ResultDiff diff) {
        return List.of(new KeyValues(diff.entries().stream().map(entry -> new KeyValues.Entry(entry.name(), entry.comparison().verdict().reason()))
                .toList()));
    }

    /** One column a result; what is not known of a scenario is left out. */
    private static Block changes(ResultDiff diff) {
        Optional<Scenario> first = diff.entries().get(0).scenario();
        if (first.isEmpty() || diff.entries().stream().allMatch(entry -> entry.scenario().isEmpty() || entry.scenario().equals(first))) {
            return new Paragraph(first.isEmpty() ? "The scenarios are not known." : "Nothing: the results are of the same scenario.");
        }
        Map<String, String[]> values = new LinkedHashMap<>();
        for (int i = 1; i < diff.entries().size(); i++) {
            int index = i;
            diff.entries().get(i).scenario().ifPresent(scenario -> ScenarioChange.between(first.get(), scenario).forEach(change -> {
                String[] row = values.computeIfAbsent(change.path(), path -> new String[diff.entries().size()]);
                row[0] = change.before().orElse(ABSENT);
                row[index] = change.after().orElse(ABSENT);
            }));
        }
        Map<String, List<String>> rows = new LinkedHashMap<>();
        values.forEach((path, row) -> {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < row.length; i++) {
                // Where it does not differ it is as in the first.
                texts.add(row[i] != null ? row[i] : diff.entries().get(i).scenario().isPresent() ? row[0] : "not known");
            }
            rows.put(path, texts);
        });
        return table(diff.entries().stream().map(Entry::name).toList(), rows);
    }

    private static Table table(List<String> names, Map<String, List<String>> rows) {
        return words("Values that differ", "Field", names, rows);
    }

    private static Table words(String title, String first, List<String> names, Map<String, List<String>> rows) {
        List<Column> columns = new ArrayList<>(List.of(new Column(first, Align.TEXT)));
        names.forEach(name -> columns.add(new Column(name, Align.TEXT)));
        List<Table.Row> cells = new ArrayList<>();
        rows.forEach((name, texts) -> {
            List<Cell> row = new ArrayList<>(List.of(new Cell.Text(name)));
            texts.forEach(text -> row.add(new Cell.Text(text)));
            cells.add(new CellRow(row));
        });
        return new Table(title, columns, cells, "");
    }
}
