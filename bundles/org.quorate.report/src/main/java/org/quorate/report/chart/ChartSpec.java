// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

/** A chart to be drawn. */
public sealed interface ChartSpec permits LineChart, BarChart, ScatterChart, HeatChart, SpanChart, SequenceChart, ClusterChart {

    /** Unique in its report, {@code [a-z][a-z0-9-]*}. */
    String id();

    /** One line. */
    String title();

    /** What the chart shows, in words, for readers who do not see it. */
    String description();

    /** The same chart under another id, for a report that holds several of the same kind. */
    ChartSpec withId(String other);
}
