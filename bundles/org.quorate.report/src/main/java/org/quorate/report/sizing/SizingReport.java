// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.ReportContext;
import org.quorate.report.document.Block;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;

/** The sizing report. Pure functions. */
public final class SizingReport {

    private SizingReport() {
    }

    /** The report. */
    public static ReportDocument document(SizingResults results, Template template, ReportContext context) {
        List<Block> blocks = new ArrayList<>();
        for (Part part : template.parts()) {
            if (part instanceof Part.Own own) {
                blocks.addAll(own.blocks());
            } else {
                blocks.add(new Paragraph(((Part.Ours) part).chapter().id()));
            }
        }
        String title = template.cover().title().isEmpty() ? results.scenario().title() : template.cover().title();
        return new ReportDocument(title, results.comparison().verdict().headline(), KeyValues.of("Date", context.date().toString(),
                "Customer", template.cover().customer(), "Command", String.join(" ", context.command())), blocks, template.language(), template.brand());
    }
}
