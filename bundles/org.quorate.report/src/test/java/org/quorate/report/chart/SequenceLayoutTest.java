// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.quorate.report.chart.SequenceChart.Arrow;
import org.quorate.report.chart.SequenceChart.Bar;
import org.quorate.report.chart.SequenceChart.Fold;
import org.quorate.report.chart.SequenceChart.Item;

class SequenceLayoutTest {

    private static SequenceChart chart(List<Item> items) {
        return new SequenceChart("s", "S", "d", List.of(new SequenceChart.Lane("a", ""), new SequenceChart.Lane("b", "")),
                List.of(new SequenceChart.Kind("k", Ink.PART_1)), items);
    }

    @Test
    void timeNeverRunsBackAndWordsHaveRoom() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            List<Item> items = new ArrayList<>();
            double now = 0;
            for (int i = 0; i < 40; i++) {
                double to = now + Math.pow(10, random.nextInt(8)) * random.nextDouble();
                switch (random.nextInt(4)) {
                    case 0 -> items.add(new Arrow(0, 1, now, to, "message", random.nextBoolean()));
                    case 1 -> items.add(new Fold(now, to, "again"));
                    default -> items.add(new Bar(random.nextInt(2), 0, now, to, random.nextBoolean() ? "" : "works"));
                }
                now = random.nextInt(3) == 0 ? now : to;
            }
            SequenceChart chart = chart(items);
            SequenceLayout layout = SequenceLayout.of(chart);
            for (int i = 1; i < items.size(); i++) {
                double room = layout.tops().get(i) - layout.tops().get(i - 1);
                assertTrue(room >= (items.get(i - 1).label().isEmpty() ? 5 : 17), room + " for " + items.get(i - 1));
            }
            double before = 0;
            double last = items.stream().mapToDouble(Item::to).max().orElseThrow();
            for (double at = 0; at <= last; at += last / 997) {
                double y = layout.at(chart, at);
                assertTrue(y >= before - 1e-9 && y <= layout.height() + 1e-9, at + " is at " + y + " after " + before);
                before = y;
            }
        }
    }

    @Test
    void whatTakesLongIsHigherButNotSoMuch() {
        SequenceChart chart = chart(List.of(new Bar(0, 0, 0, 1000, "short"), new Bar(0, 0, 1000, 1_000_000, "long"),
                new Bar(0, 0, 1_000_000, 1_001_000, "short")));
        SequenceLayout layout = SequenceLayout.of(chart);
        double first = layout.tops().get(1);
        double second = layout.tops().get(2) - first;
        assertTrue(second > 3 * first && second < 999 * first, first + " " + second);
        assertEquals(List.of(1), layout.breaks(), "time is pressed together there");
        assertEquals(first, layout.at(chart, 1000));
        assertEquals(layout.height(), layout.at(chart, 1_001_000));
    }

    @Test
    void itemsAreInTheOrderOfTime() {
        assertThrows(IllegalArgumentException.class, () -> chart(List.of(new Bar(0, 0, 5, 6, ""), new Bar(0, 0, 4, 6, ""))));
        assertThrows(IllegalArgumentException.class, () -> chart(List.of(new Bar(0, 0, 5, 4, ""))));
        SequenceChart empty = chart(List.of());
        assertEquals(0, SequenceLayout.of(empty).at(empty, 7));
    }
}
