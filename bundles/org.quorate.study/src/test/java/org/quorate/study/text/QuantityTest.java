// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.study.result.Interval;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1.00", "9.996, 10.0", "12.345, 12.3", "123.4, 123", "123456, 123456", "0.01234, 0.0123",
        "0.9999, 1.00", "-2.5, -2.50", "0.00000001, 0.000000"})
    void threeSignificantDigits(double value, String expected) {
        assertEquals(expected, Quantity.number(value));
    }

    @ParameterizedTest
    @CsvSource({"3214159, 52000, 3.214 ms ± 0.052 ms", "3214159, 0, 3.21 ms", "2000000, 0, 2 ms",
        "500, 1200, 0.5 µs ± 1.2 µs", "1500000000, 123000000, 1.50 s ± 0.12 s", "999, 250, 999 ns ± 250 ns"})
    void asManyDigitsAsAreKnown(double mean, double halfWidth, String expected) {
        assertEquals(expected, Quantity.of(Dimension.TIME, new Interval(mean, halfWidth)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.38, 38 %", "0.0382, 3.8 %", "0.00382, 0.38 %", "0.0999, 10 %", "-0.5, -50 %", "12.3, 1230 %"})
    void percent(double share, String expected) {
        assertEquals(expected, Quantity.percent(share));
    }

    @Test
    void bytes() {
        assertEquals("1.50 MiB", Quantity.of(Dimension.BYTES, 1.5 * 1024 * 1024));
        assertEquals("512 B", Quantity.of(Dimension.BYTES, 512));
    }
}
