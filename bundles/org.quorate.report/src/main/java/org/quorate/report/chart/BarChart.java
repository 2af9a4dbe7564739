// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.List;

/**
 * Bars that lie, in titled groups below one another, each made of one or more parts.
 *
 * @param id          see {@link ChartSpec}
 * @param title       see {@link ChartSpec}
 * @param description see {@link ChartSpec}
 * @param value       across; linear, from 0
 * @param parts       of each bar, in the order in which they are stacked; one part: it takes the colour of its bar
 * @param groups      from top to bottom
 */
public record BarChart(String id, String title, String description, Axis value, List<Part> parts, List<Group> groups)
        implements ChartSpec {

    /**
     * A part of the bars.
     *
     * @param name in the legend
     * @param ink  one of {@link Ink#parts()}; not used if there is only one part
     */
    public record Part(String name, Ink ink) {
    }

    /**
     * Bars that belong together.
     *
     * @param title may be empty
     * @param bars  from top to bottom
     */
    public record Group(String title, List<Bar> bars) {
        public Group {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar.
     *
     * @param label     in front of it
     * @param ink       its colour, if it has only one part
     * @param lengths   of the parts, 0 or more, as many as the chart has parts; empty: there is no figure, and
     *                  {@code remark} says why
     * @param halfWidth of the interval of the whole bar, 0: none is drawn
     * @param remark    behind the bar: its value in words
     */
    public record Bar(String label, Ink ink, List<Double> lengths, double halfWidth, String remark) {
        public Bar {
            lengths = List.copyOf(lengths);
        }

        /** Of all parts together. */
        public double length() {
            return lengths.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    public BarChart {
        parts = List.copyOf(parts);
        groups = List.copyOf(groups);
        for (Group group : groups) {
            for (Bar bar : group.bars()) {
                if (!bar.lengths().isEmpty() && bar.lengths().size() != parts.size()) {
                    throw new IllegalArgumentException(bar.label() + " has " + bar.lengths().size() + " parts of "
                            + parts.size());
                }
            }
        }
    }

    /** Lines of the chart: bars, and titles of groups. */
    public int rows() {
        return groups.stream().mapToInt(group -> group.bars().size() + (group.title().isEmpty() ? 0 : 1)).sum();
    }

    @Override
    public BarChart withId(String other) {
        return new BarChart(other, title, description, value, parts, groups);
    }
}
