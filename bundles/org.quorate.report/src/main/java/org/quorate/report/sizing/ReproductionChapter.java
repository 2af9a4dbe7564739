// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.ReportContext;
import org.quorate.report.ReproductionBlocks;
import org.quorate.report.Settings;
import org.quorate.report.document.Block;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.KeyValues.Entry;
import org.quorate.study.result.Origin;

/** How to come to the same figures, those of the chapters beside the comparison among them. */
record ReproductionChapter(SizingResults results, ReportContext context) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(Sections.body(new ReproductionBlocks(results.comparison(), context).blocks()));
        blocks.add(further());
        return blocks;
    }

    private KeyValues further() {
        Origin origin = results.comparison().origin();
        List<Entry> entries = new ArrayList<>(List.of(new Entry("Date of the report", context.date().toString()),
                new Entry("Sizes of kernel objects", origin.kernel() + (origin.kernelMeasured() ? ", measured" : ", interpolated"))));
        results.nodeLess().ifPresent(less -> entries.add(new Entry("With a node less", run(less.origin().seed(), less.origin().replications()))));
        results.capacity().ifPresent(search -> entries.add(new Entry("Capacity", run(search.seed(), search.replications()) + ", up to "
                + search.mostReplications() + " of a value, confidence " + Settings.percent(search.confidence()))));
        results.sensitivity().ifPresent(sensitivity -> entries.add(new Entry("Inputs moved", sensitivity.swings().size() + ": "
                + run(sensitivity.seed().orElse(origin.seed()), sensitivity.replications().orElse(origin.replications())))));
        results.failures().forEach(failure -> entries.add(new Entry(failure.headline(), run(failure.seed(), failure.replications()))));
        return new KeyValues(entries);
    }

    private static String run(long seed, int replications) {
        return "seed " + seed + ", " + replications + " replications";
    }
}
