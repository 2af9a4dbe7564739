// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.List;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Table;
import org.quorate.study.result.Comparison;

/**
 * The figures and tables of a comparison, by topic: the same in a report and on a screen. Each chart and each table has
 * a title of its own; charts are drawn by {@link org.quorate.report.draw.ChartPainter}.
 *
 * @param topics in reading order
 */
public record ReportFigures(List<Topic> topics) {

    /**
     * Figures and tables that answer one question.
     *
     * @param id      {@code [a-z][a-z0-9-]*}, the same for every comparison: {@code glance}, {@code latency},
     *                {@code time}, {@code locks}, {@code throughput}, {@code traffic}, {@code memory}, {@code load}
     * @param title   a few words
     * @param intro   how to read it; may be empty
     * @param figures charts with captions
     * @param tables  numbers with units and intervals
     */
    public record Topic(String id, String title, String intro, List<Figure> figures, List<Table> tables) {
        public Topic {
            figures = List.copyOf(figures);
            tables = List.copyOf(tables);
        }
    }

    public ReportFigures {
        topics = List.copyOf(topics);
    }

    /** Those of a comparison. Never fails, whatever is missing in it. */
    public static ReportFigures of(Comparison comparison) {
        Contenders contenders = new Contenders(comparison);
        return new ReportFigures(List.of(new GlanceTopic(contenders).topic(), new LatencyTopic(contenders).topic(),
                new TimeTopic(contenders).topic(), new LocksTopic(contenders).topic(), new ThroughputTopic(contenders).topic(),
                new TrafficTopic(contenders).topic(), new MemoryTopic(contenders).topic(),
                new LoadTopic(contenders).topic()));
    }

    /** All charts, in order. */
    public List<ChartSpec> charts() {
        return topics.stream().flatMap(topic -> topic.figures().stream()).map(Figure::chart).toList();
    }

    /** All tables, in order. */
    public List<Table> tables() {
        return topics.stream().flatMap(topic -> topic.tables().stream()).toList();
    }
}
