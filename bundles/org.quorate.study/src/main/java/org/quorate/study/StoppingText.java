// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.time.Duration;
import org.quorate.model.UnitFormat;
import org.quorate.study.result.Stopping;
import org.quorate.study.text.Quantity;

/** Says why a study made so many replications. Pure functions. */
public final class StoppingText {

    private StoppingText() {
    }

    /** For example {@code 12 replications for ± 4.8 %; wanted 5 %}. */
    public static String of(int replications, Stopping stopping) {
        String text = replications + " replications"
                + stopping.widest().map(width -> " for ± " + Quantity.percent(width)).orElse("");
        String wanted = stopping.precision().map(precision -> "; wanted " + UnitFormat.formatPercent(precision)).orElse("");
        return text + switch (stopping.reason()) {
            case PRECISE -> wanted;
            case MOST_REPLICATIONS -> ", the most allowed" + wanted;
            case TIME_BUDGET -> " in " + stopping.timeBudgetNanos().map(Duration::ofNanos).map(UnitFormat::format).orElse("time") + wanted;
            case NO_LATENCY -> ": no file system has a latency to be known better";
        };
    }
}
