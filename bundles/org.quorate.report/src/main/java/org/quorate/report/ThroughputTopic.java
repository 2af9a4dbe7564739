// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.report.ReportFigures.Topic;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.BarChart.Bar;
import org.quorate.report.chart.BarChart.Group;
import org.quorate.report.chart.BarChart.Part;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.Ticks;
import org.quorate.report.document.Figure;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.PhaseFigures;

/** Operations a second of all nodes together. */
record ThroughputTopic(Contenders contenders) {

    Topic topic() {
        List<Group> groups = new ArrayList<>();
        double longest = 0;
        for (String phase : contenders.phases()) {
            List<Bar> bars = new ArrayList<>();
            for (ContenderResult contender : contenders.all()) {
                Bar bar = bar(contender, contenders.phase(contender, phase));
                longest = Math.max(longest, bar.length() + bar.halfWidth());
                bars.add(bar);
            }
            groups.add(new Group(contenders.severalPhases() ? phase : "", bars));
        }
        if (groups.isEmpty()) {
            return new Topic("throughput", "Throughput", "", List.of(), List.of());
        }
        BarChart chart = new BarChart("throughput-chart", "Throughput", "Operations a second of all nodes together, by "
                + "phase and contender.", new Axis("Operations a second, all nodes", Unit.OPERATIONS_PER_SECOND,
                Scale.LINEAR, 0, Ticks.roundUp(Unit.OPERATIONS_PER_SECOND, longest)),
                List.of(new Part("operations", Ink.PART_1)), groups);
        return new Topic("throughput", "Throughput", "With a closed load, threads wait for each operation before they "
                + "think and start the next: shorter latency then shows as more throughput. With an open load, "
                + "throughput is what arrives, unless the cluster cannot carry it.",
                List.of(new Figure(chart, Figure.Width.FULL, "")), List.of());
    }

    private Bar bar(ContenderResult contender, Optional<PhaseFigures> figures) {
        String name = contenders.name(contender);
        Ink ink = contenders.style(contender).ink();
        return figures.map(f -> new Bar(name, ink, List.of(Math.max(0, f.throughput().mean())),
                f.throughput().halfWidth(), Quantity.of(Unit.OPERATIONS_PER_SECOND, f.throughput()).text()
                        + (f.saturated() ? ", saturated" : "")))
                .orElse(new Bar(name, ink, List.of(), 0, "not measured"));
    }
}
