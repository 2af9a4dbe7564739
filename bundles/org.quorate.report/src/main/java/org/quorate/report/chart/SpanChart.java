// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A timeline: lines below one another, each with stretches of time and at most one mark.
 *
 * @param id          see {@link ChartSpec}
 * @param title       see {@link ChartSpec}
 * @param description see {@link ChartSpec}
 * @param value       across: time, linear
 * @param kinds       of stretches, for the legend
 * @param groups      from top to bottom
 */
public record SpanChart(String id, String title, String description, Axis value, List<Kind> kinds, List<Group> groups) implements ChartSpec {

    /**
     * A kind of stretch.
     *
     * @param name in the legend
     * @param ink  one of {@link Ink#parts()}
     */
    public record Kind(String name, Ink ink) {
    }

    /**
     * Lines that belong together.
     *
     * @param title may be empty
     * @param lines from top to bottom
     */
    public record Group(String title, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param label  in front of it
     * @param spans  inside the axis
     * @param mark   a moment inside the axis; absent: none is drawn
     * @param remark behind the last of them, in words
     */
    public record Line(String label, List<Span> spans, OptionalDouble mark, String remark) {
        public Line {
            spans = List.copyOf(spans);
        }

        /** Where its last stretch or mark ends. */
        public double end() {
            return Math.max(mark.orElse(0), spans.stream().mapToDouble(Span::to).max().orElse(0));
        }
    }

    /**
     * A stretch.
     *
     * @param kind index of its kind
     * @param from where it begins
     * @param to   where it ends, at least {@code from}
     */
    public record Span(int kind, double from, double to) {
    }

    public SpanChart {
        kinds = List.copyOf(kinds);
        groups = List.copyOf(groups);
        for (Group group : groups) {
            for (Line line : group.lines()) {
                for (Span span : line.spans()) {
                    if (span.kind() < 0 || span.kind() >= kinds.size() || !(span.from() <= span.to())) {
                        throw new IllegalArgumentException(line.label() + " has a stretch of no kind or of less than nothing: " + span);
                    }
                }
            }
        }
    }

    /** Lines of the chart, titles of groups among them. */
    public int rows() {
        return groups.stream().mapToInt(group -> group.lines().size() + (group.title().isEmpty() ? 0 : 1)).sum();
    }

    @Override
    public SpanChart withId(String other) {
        return new SpanChart(other, title, description, value, kinds, groups);
    }
}
