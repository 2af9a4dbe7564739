// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.report.text.Unit;

class TicksTest {

    private static List<String> labels(Axis axis, int most) {
        return Ticks.of(axis, most).stream().map(Tick::label).toList();
    }

    @Test
    void linearTicksAreRoundInThePrintedMultiple() {
        assertEquals(List.of("0 MiB", "5 MiB", "10 MiB", "15 MiB"),
                labels(new Axis("Memory", Unit.BYTES, Scale.LINEAR, 0, 15 * 1048576), 4));
        assertEquals(List.of("0 s", "2 s", "4 s", "6 s"),
                labels(new Axis("Time", Unit.TIME, Scale.LINEAR, 0, 6e9), 4));
    }

    @Test
    void thereAreNoMarksBetweenThingsThatAreCounted() {
        assertEquals(List.of("2", "3", "4"), labels(new Axis("nodes", Unit.COUNT, Scale.LINEAR, 1.92, 4.08), 10));
        assertEquals(List.of("0", "20", "40", "60"), labels(new Axis("threads", Unit.COUNT, Scale.LINEAR, 0, 66), 4));
    }

    @Test
    void logarithmicTicksTakeTheirOwnMultiples() {
        assertEquals(List.of("100 µs", "1 ms", "10 ms"),
                labels(new Axis("Latency", Unit.TIME, Scale.LOG, 5e4, 2e7), 4));
        assertEquals(List.of("100 µs", "200 µs", "500 µs", "1 ms"),
                labels(new Axis("Latency", Unit.TIME, Scale.LOG, 1e5, 1e6), 6));
    }

    @Test
    void aShortLogarithmicAxisHasTicksAtEqualSteps() {
        assertEquals(List.of("250 µs", "300 µs", "350 µs", "400 µs", "450 µs"), labels(new Axis("Latency", Unit.TIME, Scale.LOG, 2.1e5, 4.9e5), 6));
    }

    @Test
    void onAPartOfAnAxisNeighbouringTicksAreToldApart() {
        assertEquals(List.of("1.23456 s", "1.23457 s", "1.23458 s"), labels(new Axis("Time", Unit.TIME, Scale.LINEAR, 1.234559e9, 1.234581e9), 3));
        assertEquals(List.of("99.2 %", "99.4 %", "99.6 %"), labels(new Axis("Share", Unit.SHARE, Scale.NINES, 0.9915, 0.997), 4));
        for (Scale scale : Scale.values()) {
            double low = scale.place(scale == Scale.NINES ? 0 : 1e3);
            double high = scale.place(scale == Scale.NINES ? 0.99999 : 9.7e9);
            for (double length = 1; length > 2e-5; length /= 3) {
                for (double from = 0; from < 1 - length; from += 0.237) {
                    Axis axis = new Axis("", scale == Scale.NINES ? Unit.SHARE : Unit.TIME, scale, scale.value(low + from * (high - low)),
                            scale.value(low + (from + length) * (high - low)));
                    List<String> labels = labels(axis, 8);
                    assertTrue(labels.size() >= 2 && labels.size() <= 12, axis + " " + labels);
                    assertEquals(labels.size(), labels.stream().distinct().count(), axis + " " + labels);
                }
            }
        }
    }

    @Test
    void nines() {
        assertEquals(List.of("0 %", "50 %", "90 %", "99 %", "99.9 %"),
                labels(new Axis("Share", Unit.SHARE, Scale.NINES, 0, 0.9995), 9));
        // 99.99 / 100 is a little less than 0.9999 in floating point.
        assertTrue(labels(new Axis("Share", Unit.SHARE, Scale.NINES, 0, 99.99 / 100), 9).contains("99.99 %"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.3, 1, 7, 10, 99, 1000, 1234567, 3e12, 8e17, 1e30})
    void linearAxesEndRoundAndHaveFewTicks(double value) {
        for (Unit unit : List.of(Unit.TIME, Unit.BYTES, Unit.OPERATIONS_PER_SECOND)) {
            double end = Ticks.roundUp(unit, value);
            assertTrue(end >= value * (1 - 1e-8) && end <= value * 1.6, value + " ends at " + end);
            for (int most = 2; most < 12; most++) {
                int count = labels(new Axis("", unit, Scale.LINEAR, 0, end), most).size();
                assertTrue(count >= 2 && count <= most + 1, count + " ticks of " + most);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 3, 5, 9.99, 10, 123, 1e9, 5e17, 1000, 2000})
    void logarithmicAxesEndAroundTheValue(double value) {
        assertTrue(Ticks.decadeDown(value) <= value && Ticks.decadeDown(value) > value / 2.6);
        assertTrue(Ticks.decadeUp(value) > value && Ticks.decadeUp(value) <= value * 2.6);
    }

    @Test
    void anAxisHasALength() {
        assertThrows(IllegalArgumentException.class, () -> new Axis("", Unit.TIME, Scale.LINEAR, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new Axis("", Unit.TIME, Scale.LOG, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Axis("", Unit.SHARE, Scale.NINES, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Axis("", Unit.TIME, Scale.LINEAR, 0, Double.NaN));
    }
}
