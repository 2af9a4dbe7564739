// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.Optional;

import org.quorate.app.ObserveNodes;
import org.quorate.app.ObservePlan;
import org.quorate.study.observe.FleetComparison;
import org.quorate.study.observe.FleetTally;
import org.quorate.study.observe.ObservationSeries;

/** What is shown of a series of rounds, for tests that observe no cluster. */
public final class TestObserved {

    private TestObserved() {
    }

    /** Without a prediction. */
    public static ObserveNodes.Observed of(ObservationSeries series) {
        FleetTally tally = new FleetTally(series.head());
        series.rounds().forEach(tally::add);
        return new ObserveNodes.Observed(series, FleetComparison.of(Optional.empty(), tally, ObservePlan.TOP));
    }
}
