// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.KeyValues.Entry;
import org.quorate.study.result.Origin;

/** What a report says at its begin about where simulated figures come from. Pure functions. */
final class OriginEntries {

    private OriginEntries() {
    }

    /** Of a report whose figures are all of one origin. */
    static KeyValues about(Origin origin, ReportContext context) {
        List<Entry> entries = new ArrayList<>(List.of(new Entry("Scenario", origin.scenario()),
                new Entry("Date", context.date().toString()), new Entry("Quorate", origin.quorateVersion())));
        entries.addAll(made(origin));
        return new KeyValues(entries);
    }

    /** What they are made of, without scenario and version. */
    static List<Entry> made(Origin origin) {
        return List.of(new Entry("Seed", Long.toString(origin.seed())), new Entry("Replications", Integer.toString(origin.replications())),
                new Entry("Confidence", Settings.percent(origin.confidence())),
                new Entry("Kernel", origin.kernel() + (origin.kernelMeasured() ? " (measured)" : " (interpolated)")));
    }
}
