// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.cluster.result.TimePart;
import org.quorate.study.result.DiskFigures;
import org.quorate.study.result.Interval;
import org.quorate.study.result.MessageFigures;
import org.quorate.study.result.PhaseFigures;
import org.quorate.study.result.StationFigure;

class SaturationTextTest {

    private static final Interval NONE = Interval.exactly(0);

    private static String binding(Map<TimePart, Double> shares, StationFigure... stations) {
        return SaturationText.binding(new PhaseFigures("p", true, 0, 1, NONE, List.of(), shares,
                new MessageFigures(NONE, NONE, NONE, List.of()), new DiskFigures(NONE, NONE, NONE, NONE, NONE, NONE), List.of(),
                List.of(stations), Optional.empty()));
    }

    @Test
    void aResourceThatIsHardlyBusyIsNotTakenForTheReason() {
        assertEquals("lock queue is 62 % of the time of its operations; node2 CPU is busy 4.8 % of the time",
                binding(Map.of(TimePart.OWN_CPU, 0.08, TimePart.LOCK_QUEUE, 0.62, TimePart.NETWORK, 0.3),
                        new StationFigure("node2 CPU", Interval.exactly(0.048)), new StationFigure("LUN", Interval.exactly(0.01))));
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertEquals("LUN is busy 99 % of the time", binding(Map.of(), new StationFigure("LUN", Interval.exactly(0.99))));
        assertEquals("network is 100 % of the time of its operations", binding(Map.of(TimePart.NETWORK, 1.0)));
        assertEquals("", binding(Map.of()));
    }
}
