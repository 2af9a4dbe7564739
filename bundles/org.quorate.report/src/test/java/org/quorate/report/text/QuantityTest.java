// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.study.result.Interval;

class QuantityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "TIME | 1234567 | 43210 | 1.235 ± 0.043 ms",
        "TIME | 1234567 | 1.3 | 1.235 ± <0.001 ms",
        "TIME | 0 | 0 | 0 ns",
        "TIME | 0 | 2500 | 0.0 ± 2.5 µs",
        "TIME | 120 | 5000 | 120 ± 5,000 ns",
        "TIME | 3.6e12 | 0 | 3,600 s",
        "TIME | 999999.9999999 | 0 | 1 ms",
        "BYTES | 4096 | 0 | 4 KiB",
        "BYTES | 1536 | 0 | 1.5 KiB",
        "BYTES | 9500000 | 285000 | 9.06 ± 0.27 MiB",
        "BYTES | 1e18 | 0 | 888.2 PiB",
        "OPERATIONS_PER_SECOND | 12345.678 | 234.5 | 12,346 ± 234 op/s",
        "OPERATIONS_PER_SECOND | 2.5e18 | 1e17 | 2.50e18 ± 1.00e17 op/s",
        "MESSAGES_PER_OPERATION | 0.033333333 | 0 | 0.03333 msg/op",
        "MESSAGES_PER_OPERATION | 2.6666666 | 0 | 2.667 msg/op",
        "SHARE | 0.71 | 0.02 | 71.0 ± 2.0 %",
        "CHANGE | 0.8 | 0.11 | +80 ± 11 %",
        "CHANGE | -0.286 | 0.06 | −28.6 ± 6.0 %",
        "CHANGE | 0 | 0 | 0 %"})
    void writesWhatIsKnownAndNotMore(Unit unit, double value, double halfWidth, String expected) {
        assertEquals(expected, Quantity.of(unit, new Interval(value, halfWidth)).text());
    }

    @Test
    void leavesNoDigitsOutOfASmallInterval() {
        // Rounded to 0 it would read as if the value were known exactly.
        assertEquals("<0.001", Quantity.of(Unit.TIME, new Interval(1e6, 0.5)).tolerance());
    }

    @ParameterizedTest
    @CsvSource({"192e3, 2400e3, ms", "64e3, 800e3, µs", "900, 12000, µs", "90, 12000, ns", "5, 7, ns", "0, 7e9, s"})
    void printsNeighboursInTheSameMultiple(double first, double second, String symbol) {
        List<Interval> row = List.of(Interval.exactly(first), Interval.exactly(second), Interval.exactly(0));
        assertEquals(Optional.of(symbol), Quantity.common(Unit.TIME, row).map(Unit.Step::symbol));
    }

    @Test
    void printsEachInItsOwnMultipleIfTheyAreFarApart() {
        assertTrue(Quantity.common(Unit.TIME, List.of(Interval.exactly(1), Interval.exactly(2e6))).isEmpty());
        assertTrue(Quantity.common(Unit.TIME, List.of(Interval.exactly(0))).isEmpty());
    }

    @Test
    void doesNotAskTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("12,346 ± 234 op/s",
                    Quantity.of(Unit.OPERATIONS_PER_SECOND, new Interval(12345.678, 234.5)).text());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void briefHasThreeDigitsAndNoInterval() {
        assertEquals("1.23 ms", Quantity.of(Unit.TIME, new Interval(1_234_567, 90_000)).brief());
        assertEquals("444 µs", Quantity.of(Unit.TIME, 444_444).brief());
        assertEquals("0 ns", Quantity.of(Unit.TIME, 0).brief());
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> Quantity.of(Unit.TIME, Double.NaN));
        assertThrows(IllegalArgumentException.class,
                () -> new Quantity(Unit.TIME, 1, 0, Unit.BYTES.steps().get(0), 0));
    }
}
