// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Scenario;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Items;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.text.VisibleText;
import org.quorate.study.result.Comparison;

/** Documents for tests, and what they say. */
public final class Reports {

    private Reports() {
    }

    public static ReportContext context() {
        return new ReportContext(LocalDate.of(2026, 1, 31), List.of("quorate", "compare", "my $(id) 'scenario'.yaml",
                "--seed", "1", "--report", "out"));
    }

    /** With the sample model, or with a hostile one if the comparison is. */
    public static ReportDocument document(Comparison comparison) throws IOException {
        Scenario sample = Scenarios.sample("web-sessions");
        Scenario scenario = comparison.origin().title().equals(Cases.HOSTILE)
                ? Scenarios.withNames(sample, comparison.origin().scenario(), Cases.HOSTILE) : sample;
        return ComparisonReport.document(comparison, scenario, context());
    }

    /** Every text in the document that is not part of a chart, in order, empty ones left out. */
    public static List<String> texts(ReportDocument document) {
        List<String> texts = new ArrayList<>(List.of(document.title(), document.subtitle()));
        add(texts, document.about());
        document.blocks().forEach(block -> add(texts, block));
        return texts.stream().filter(text -> !text.isEmpty()).map(VisibleText::lines).toList();
    }

    private static void add(List<String> texts, Block block) {
        if (block instanceof Heading heading) {
            texts.add(heading.text());
        } else if (block instanceof Paragraph paragraph) {
            texts.add(paragraph.text());
        } else if (block instanceof Notice notice) {
            texts.addAll(List.of(notice.title(), notice.text()));
        } else if (block instanceof Code code) {
            texts.addAll(List.of(code.title(), code.text()));
        } else if (block instanceof KeyValues settings) {
            settings.entries().forEach(entry -> texts.addAll(List.of(entry.key(), entry.value())));
        } else if (block instanceof Figure figure) {
            texts.addAll(List.of(figure.chart().title(), figure.caption()));
        } else if (block instanceof Items items) {
            texts.addAll(items.texts());
        } else if (block instanceof Table table) {
            add(texts, table);
        }
    }

    private static void add(List<String> texts, Table table) {
        texts.add(table.title());
        table.columns().forEach(column -> texts.add(column.title()));
        for (Table.Row row : table.rows()) {
            if (row instanceof GroupRow group) {
                texts.add(group.title());
            } else {
                ((CellRow) row).cells().forEach(cell -> texts.add(words(cell)));
            }
        }
        texts.add(table.note());
    }

    private static String words(Cell cell) {
        return cell instanceof Cell.Amount amount
                ? (amount.quantity().text() + " " + amount.remark()).strip() : cell.plain();
    }
}
