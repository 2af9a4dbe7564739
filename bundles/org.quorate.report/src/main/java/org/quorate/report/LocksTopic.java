// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.BarChart.Bar;
import org.quorate.report.chart.BarChart.Group;
import org.quorate.report.chart.BarChart.Part;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.Ticks;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Figure;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.HotLockFigures;
import org.quorate.report.ReportFigures.Topic;

/** Which locks operations wait for most. */
record LocksTopic(Contenders contenders) {

    Topic topic() {
        List<ContenderResult> waiting = contenders.all().stream().filter(contender -> !contender.hotLocks().isEmpty()).toList();
        return waiting.isEmpty() ? new Topic("locks", "Hot locks", "", List.of(), List.of())
                : new Topic("locks", "Hot locks", "The locks that operations wait for most, over all measured phases. A wait lasts from asking"
                        + " for the lock to having it: messages, holders and their journals are in it.", List.of(chart(waiting)),
                        List.of(table(waiting)));
    }

    private Figure chart(List<ContenderResult> waiting) {
        List<Group> groups = waiting.stream().map(contender -> new Group(contenders.name(contender), contender.hotLocks().stream()
                .map(lock -> new Bar(lock.lock().plain(), contenders.style(contender).ink(), List.of(lock.share()), 0,
                        Quantity.of(Unit.SHARE, lock.share()).brief())).toList())).toList();
        double most = waiting.stream().flatMap(contender -> contender.hotLocks().stream()).mapToDouble(HotLockFigures::share).max().orElse(1);
        return new Figure(new BarChart("hot-locks", "Share of all waiting for locks", "Share of all waiting for locks, by contender and lock.",
                new Axis("Share of all waiting for locks", Unit.SHARE, Scale.LINEAR, 0, Ticks.roundUp(Unit.SHARE, most)),
                List.of(new Part("share", Ink.PART_5)), groups), Figure.Width.FULL, "");
    }

    private Table table(List<ContenderResult> waiting) {
        List<Table.Row> rows = new ArrayList<>();
        for (ContenderResult contender : waiting) {
            rows.add(new GroupRow(contenders.name(contender)));
            for (HotLockFigures lock : contender.hotLocks()) {
                rows.add(new CellRow(List.of(new Cell.Text(lock.lock().plain()), new Cell.Text(lock.lock().kernel()),
                        FigureRows.amount(Unit.SHARE, lock.share()), FigureRows.amount(Unit.WAITS, lock.waits()),
                        FigureRows.amount(Unit.TIME, lock.meanWaitNanos()), FigureRows.amount(Unit.HAND_OVERS, lock.handOvers()))));
            }
        }
        return new Table("Hot locks", List.of(new Column("Lock", Align.TEXT), new Column("In the kernel", Align.TEXT),
                new Column("Share of waiting", Align.NUMBER), new Column("Waits", Align.NUMBER), new Column("Mean wait", Align.NUMBER),
                new Column("Hand-overs", Align.NUMBER)), rows, "Waits and hand-overs are those of one replication, its warm-up included. A"
                + " hand-over: the next one to wait for the lock is on another node than the one before.");
    }
}
