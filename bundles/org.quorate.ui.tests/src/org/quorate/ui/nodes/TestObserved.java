// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;
import java.util.Optional;

import org.quorate.app.ObserveNodes;
import org.quorate.app.ObservePlan;
import org.quorate.study.observe.FleetComparison;
import org.quorate.study.observe.FleetTally;
import org.quorate.study.observe.ObservationSeries;
import org.quorate.study.observe.Round;
import org.quorate.study.result.FileSystemKind;

/** What is shown of a series of rounds, for tests that observe no cluster. */
public final class TestObserved {

    private TestObserved() {
    }

    /** One round of a cluster that is called former, whose only node did not answer. */
    public static ObserveNodes.Observed former() {
        ObservationSeries.Head head = new ObservationSeries.Head(ObservationSeries.FORMAT, "1", "former", "Former", "gfs2",
                FileSystemKind.GFS2, "/shared", List.of("n1"), 1000);
        Round round = new Round(0, List.of(new Round.Answer("n1", Optional.empty(), Optional.of("no route"))));
        return of(new ObservationSeries(head, List.of(round), true));
    }

    /** Without a prediction. */
    public static ObserveNodes.Observed of(ObservationSeries series) {
        FleetTally tally = new FleetTally(series.head());
        series.rounds().forEach(tally::add);
        return new ObserveNodes.Observed(series, FleetComparison.of(Optional.empty(), tally, ObservePlan.TOP));
    }
}
