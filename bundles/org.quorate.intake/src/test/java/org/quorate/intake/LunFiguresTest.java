// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a measurement may give is what the form of a scenario takes, schema/scenario.schema.json and its messages. */
class LunFiguresTest {

    @Test
    void timesAndRatesAreThoseOfAScenario() {
        assertFalse(LunFigures.isTime(99.9) || LunFigures.isTime(10.000001e9) || LunFigures.isTime(Double.NaN));
        assertTrue(LunFigures.isTime(100) && LunFigures.isTime(10e9));
        assertFalse(LunFigures.isRate(999_999) || LunFigures.isRate(1.000001e12) || LunFigures.isRate(Double.NaN));
        assertTrue(LunFigures.isRate(1e6) && LunFigures.isRate(1e12));
    }

    @Test
    void aFitIsPoorIfAPercentileIsMoreThanHalfOff() {
        LogFit good = LogFit.of(List.of(new LogFit.Point(10, 80), new LogFit.Point(50, 100), new LogFit.Point(90, 125)));
        assertEquals("percentiles 1 to 99 within 0 % of the fit", good.words());
        // Two devices in one: half takes 10 times as long.
        LogFit poor = LogFit.of(List.of(new LogFit.Point(10, 100), new LogFit.Point(49, 100), new LogFit.Point(51, 1000), new LogFit.Point(90, 1000)));
        assertTrue(poor.isPoor() && poor.words().endsWith(" % of the fit, which is poor: the times are not log-normal"), poor.words());
    }
}
