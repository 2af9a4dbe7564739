// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.SpanChart;
import org.quorate.report.text.Unit;
import org.quorate.study.failure.Component;
import org.quorate.study.failure.ContenderFailure;
import org.quorate.study.failure.End;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.NodeOutage;
import org.quorate.study.failure.Step;
import org.quorate.study.failure.TimelineStep;

/**
 * Timelines of a failure, all with the same axis.
 *
 * @param failure whose
 */
record FailureCharts(Failure failure) {

    private static final int WAIT = 0;
    private static final int LOST = 1;
    private static final int PHASES = 2;
    private static final List<SpanChart.Kind> KINDS = List.of(new SpanChart.Kind("operations wait", Ink.PART_4),
            new SpanChart.Kind("operations fail or are lost", Ink.PART_5), new SpanChart.Kind("earliest to latest of a step", Ink.PART_2));
    /** More nodes than these are drawn in groups of those that fare alike. */
    private static final int MANY_NODES = 8;
    private static final double ROOM = 1.02;

    SpanChart chart(int index) {
        ContenderFailure contender = failure.contenders().get(index);
        double end = end();
        List<SpanChart.Line> nodes = new ArrayList<>();
        List<NodeOutage> outages = contender.nodes();
        for (NodeOutage node : outages.size() > MANY_NODES ? outages.subList(0, MANY_NODES) : outages) {
            nodes.add(node(node, end));
        }
        if (outages.size() > MANY_NODES) {
            nodes.add(new SpanChart.Line("and " + (outages.size() - MANY_NODES) + " more, in the table", List.of(), OptionalDouble.empty(), ""));
        }
        List<SpanChart.Line> steps = contender.steps().stream().map(step -> new SpanChart.Line(label(step.step()),
                List.of(new SpanChart.Span(PHASES, step.at().least(), step.at().most())),
                OptionalDouble.of(step.at().median()), step.at().text())).toList();
        return new SpanChart("timeline-" + (index + 1), contender.label() + ": " + contender.stack(), description(contender),
                new Axis("Time after the failure", Unit.TIME, Scale.LINEAR, 0, end), KINDS,
                List.of(new SpanChart.Group("Operations of", nodes), new SpanChart.Group("Steps", steps)));
    }

    private static SpanChart.Line node(NodeOutage node, double end) {
        List<SpanChart.Span> spans = new ArrayList<>();
        boolean bad = node.end() == End.DOWN || node.end() == End.ERRORS || node.end() == End.CORRUPT;
        double from = node.from().median();
        double to = node.to().map(spread -> (double) spread.median()).orElse(bad ? from : end);
        if (node.end() != End.UNAFFECTED) {
            spans.add(new SpanChart.Span(WAIT, from, to));
        }
        if (bad) {
            spans.add(new SpanChart.Span(LOST, to, end));
        }
        String fate = switch (node.end()) {
            case RESUMED -> node.to().orElseThrow().text();
            case DOWN -> "down";
            case ERRORS -> "unusable";
            case CORRUPT -> "corrupts";
            case BLOCKED -> "for ever";
            case UNAFFECTED -> "go on";
        };
        String share = node.share() < 1 ? " in " + Settings.percent(node.share()) : "";
        return new SpanChart.Line(node.node(), spans, OptionalDouble.empty(), fate + share);
    }

    /** Of hardware it matters whose it is; of the rest the table tells. */
    private static String label(Step step) {
        return step.component() == Component.HARDWARE ? step.who() + " " + step.what() : step.sentence();
    }

    private double end() {
        long last = 1;
        for (ContenderFailure contender : failure.contenders()) {
            for (TimelineStep step : contender.steps()) {
                last = Math.max(last, step.at().most());
            }
            for (NodeOutage node : contender.nodes()) {
                last = Math.max(last, node.to().map(to -> to.most()).orElse(0L));
            }
        }
        return last * ROOM;
    }

    private static String description(ContenderFailure contender) {
        StringBuilder text = new StringBuilder();
        contender.steps().forEach(step -> text.append("After ").append(step.at().text()).append(' ').append(step.step().sentence())
                .append(". "));
        return text.toString().strip();
    }
}
