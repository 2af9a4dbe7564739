// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.advice.Advice;
import org.quorate.report.document.Block;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.ReportDocument;

/** Turns what rules say about a scenario into a report. Pure functions. */
public final class AdviceReport {

    private AdviceReport() {
    }

    /**
     * The report.
     *
     * @param advice  what rules say
     * @param context date and command
     */
    public static ReportDocument document(Advice advice, ReportContext context) {
        List<Block> blocks = new ArrayList<>(new AdviceBlocks(advice).blocks());
        blocks.addAll(ReproductionBlocks.again(context, "The same scenario, seed and version give the same advice."));
        return new ReportDocument(advice.title(), "What rules say about this design",
                KeyValues.of("Date", context.date().toString(), "Scenario", advice.scenario()), blocks);
    }
}
