// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;

/** Makes the report on what was taken from a file of another tool. Pure functions. */
public final class ImportReport {

    private ImportReport() {
    }

    /**
     * The report.
     *
     * @param file     its name
     * @param remarks  what a person should know, a sentence each
     * @param unused   lines that could not be used, each with its reason
     * @param fragment the part of a scenario that was taken, as YAML
     * @param context  date and command
     */
    public static ReportDocument document(String file, List<String> remarks, List<String> unused, String fragment, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "What was taken"));
        blocks.add(unused.isEmpty() ? new Notice(Notice.Kind.VERDICT, "All of " + file + " was used", "")
                : new Notice(Notice.Kind.WARNING, "Not all of " + file + " could be used", "The table says which lines, and why."));
        remarks.forEach(remark -> blocks.add(new Notice(Notice.Kind.NOTE, remark, "")));
        blocks.add(new Code("Part of a scenario", fragment));
        if (!unused.isEmpty()) {
            blocks.add(new Heading(2, "unused", "What could not be used"));
            blocks.add(new Table("Lines of the file", List.of(new Column("Line and reason", Align.TEXT)),
                    unused.stream().<Table.Row>map(line -> new CellRow(List.of(new Cell.Text(line)))).toList(), ""));
        }
        blocks.addAll(ReproductionBlocks.again(context, "The same file and scenario give the same part."));
        return new ReportDocument("Import of " + file, "What another tool wrote, as a part of a scenario", KeyValues.of("Date",
                context.date().toString(), "File", file), blocks);
    }
}
