// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import org.quorate.study.text.Quantity;

/** Says what binds a contender that cannot carry the load. */
final class SaturationText {

    private SaturationText() {
    }

    /** For example {@code ocfs2 cannot carry the load of phase steady: LUN is busy 99 % of the time.} */
    static String of(ContenderSamples samples, String phase) {
        String busiest = PhaseAnalysis.busiest(samples.phase(phase))
                .map(use -> ": " + use.name() + " is busy " + Quantity.percent(use.utilisation()) + " of the time.")
                .orElse(".");
        return samples.label() + " cannot carry the load of phase " + phase + busiest;
    }
}
