// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.List;

/**
 * A sequence diagram: lanes beside one another, time from top to bottom. Time is not to scale: what is short has room for its words, what
 * is long has more, but not so much.
 *
 * @param id          see {@link ChartSpec}
 * @param title       see {@link ChartSpec}
 * @param description see {@link ChartSpec}
 * @param lanes       from left to right, at least one
 * @param kinds       of bars, for the legend
 * @param items       by the time at which they begin
 */
public record SequenceChart(String id, String title, String description, List<Lane> lanes, List<Kind> kinds, List<Item> items)
        implements ChartSpec {

    /**
     * A line from top to bottom.
     *
     * @param title    whose
     * @param subtitle below it; may be empty
     */
    public record Lane(String title, String subtitle) {

        /** Both in one line. */
        public String name() {
            return subtitle.isEmpty() ? title : title + ": " + subtitle;
        }
    }

    /**
     * A kind of bar.
     *
     * @param name in the legend
     * @param ink  one of {@link Ink#parts()}
     */
    public record Kind(String name, Ink ink) {
    }

    /** Something that happens. Times are nanoseconds. */
    public sealed interface Item {

        /** When it begins. */
        double from();

        /** When it ends, not before it begins. */
        double to();

        /** In words; empty: it needs no room of its own. */
        String label();
    }

    /**
     * A bar on a lane.
     *
     * @param lane index of its lane
     * @param kind index of its kind
     */
    public record Bar(int lane, int kind, double from, double to, String label) implements Item {
    }

    /**
     * An arrow from lane to lane.
     *
     * @param fromLane index of the lane that it leaves
     * @param toLane   index of the lane that it reaches; may be the same
     * @param beside   dashed: it goes on beside what the chart is about
     */
    public record Arrow(int fromLane, int toLane, double from, double to, String label, boolean beside) implements Item {
    }

    /** A line across all lanes in place of items that are left out: they are the same as those above it, or too many. */
    public record Fold(double from, double to, String label) implements Item {
    }

    public SequenceChart {
        lanes = List.copyOf(lanes);
        kinds = List.copyOf(kinds);
        items = List.copyOf(items);
        double before = Double.NEGATIVE_INFINITY;
        for (Item item : items) {
            if (!(item.from() >= before && item.to() >= item.from())) {
                throw new IllegalArgumentException("not in the order of time: " + item);
            }
            before = item.from();
        }
    }

    @Override
    public SequenceChart withId(String other) {
        return new SequenceChart(other, title, description, lanes, kinds, items);
    }
}
