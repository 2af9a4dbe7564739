// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.cluster.result.TimePart;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.SequenceChart;
import org.quorate.report.chart.SequenceChart.Bar;
import org.quorate.report.chart.SequenceChart.Fold;
import org.quorate.report.chart.SequenceChart.Item;
import org.quorate.report.chart.SequenceChart.Kind;
import org.quorate.report.chart.SequenceChart.Lane;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.watch.Arrow;
import org.quorate.study.watch.Lifeline;
import org.quorate.study.watch.OperationTrace;
import org.quorate.study.watch.Repeat;
import org.quorate.study.watch.Stage;
import org.quorate.study.watch.TraceLine;

/** Makes the sequence diagram of a watched operation. Pure functions. */
public final class WatchCharts {

    /** So many arrows beside one wait are drawn; of more, the first and the last ones. */
    private static final int MOST_BESIDE = 8;
    private static final int FIRST_BESIDE = 4;
    private static final int LAST_BESIDE = 2;

    private WatchCharts() {
    }

    /** The diagram. */
    public static SequenceChart sequence(OperationTrace trace) {
        List<TimePart> parts = Stream.of(TimePart.values()).filter(part -> part != TimePart.NETWORK && trace.parts().containsKey(part)).toList();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < trace.stages().size(); i++) {
            if (!trace.isFolded(i)) {
                items.add(stage(trace, trace.stages().get(i), parts));
            }
        }
        trace.repeats().forEach(repeat -> items.add(fold(trace, repeat)));
        trace.arrows().stream().filter(arrow -> !trace.isFolded(arrow)).forEach(arrow -> beside(arrow, items));
        items.sort(Comparator.comparingDouble(Item::from)); // stable: what is waited for stands before what goes on beside
        return new SequenceChart("sequence", "How it went: " + trace.headline(), description(trace), trace.lifelines().stream()
                .map(WatchCharts::lane).toList(), parts.stream().map(part -> new Kind(Words.of(part), Ink.parts().get(part.ordinal()))).toList(),
                shortened(items));
    }

    /** While others pass a lock on, an operation may wait for hundreds of their messages: all of them are in the table of steps. */
    private static List<Item> shortened(List<Item> items) {
        List<Item> kept = new ArrayList<>();
        for (int i = 0; i < items.size();) {
            int end = i;
            while (end < items.size() && isBeside(items.get(end))) {
                end++;
            }
            if (end == i) {
                kept.add(items.get(i++));
            } else {
                add(items.subList(i, end), kept);
                i = end;
            }
        }
        return kept;
    }

    private static boolean isBeside(Item item) {
        return item instanceof SequenceChart.Arrow arrow && arrow.beside();
    }

    private static void add(List<Item> beside, List<Item> kept) {
        if (beside.size() <= MOST_BESIDE) {
            kept.addAll(beside);
            return;
        }
        List<Item> folded = beside.subList(FIRST_BESIDE, beside.size() - LAST_BESIDE);
        double from = folded.get(0).from();
        double to = Math.max(from, folded.get(folded.size() - 1).from());
        kept.addAll(beside.subList(0, FIRST_BESIDE));
        kept.add(new Fold(from, to, folded.size() + " arrows more beside, " + time(to - from) + ": the table of steps has them"));
        kept.addAll(beside.subList(beside.size() - LAST_BESIDE, beside.size()));
    }

    private static Lane lane(Lifeline lifeline) {
        return lifeline.node().isEmpty() ? new Lane(lifeline.kind().title(), "") : new Lane(lifeline.node(), lifeline.kind().title());
    }

    private static String time(double nanos) {
        return Quantity.of(Unit.TIME, nanos).brief();
    }

    private static Item stage(OperationTrace trace, Stage stage, List<TimePart> parts) {
        String label = stage.handsOver() ? "" : stage.what() + about(stage) + ", " + time(stage.nanos());
        if (stage.part() == TimePart.NETWORK) {
            Arrow arrow = TraceLine.onPath(trace, stage).orElse(null);
            int to = arrow == null ? stage.lifeline() : arrow.to();
            return new SequenceChart.Arrow(arrow == null ? stage.lifeline() : arrow.from(), to, stage.fromNanos(), stage.toNanos(), label, false);
        }
        return new Bar(stage.lifeline(), parts.indexOf(stage.part()), stage.fromNanos(), stage.toNanos(), label);
    }

    /** A processor works for whatever the message before was about. */
    private static String about(Stage stage) {
        boolean said = stage.part() == TimePart.REMOTE_CPU || stage.part() == TimePart.OWN_CPU || stage.part() == TimePart.CPU_WAIT;
        return said ? "" : stage.lock().map(lock -> ": " + lock.plain()).orElse("");
    }

    private static Fold fold(OperationTrace trace, Repeat repeat) {
        double from = trace.stages().get(repeat.folded()).fromNanos();
        double to = trace.stages().get(repeat.end() - 1).toNanos();
        return new Fold(from, to, (repeat.times() - 1) + " times more " + (repeat.length() == 1 ? "the step" : "the " + repeat.length() + " steps")
                + " above, " + time(to - from));
    }

    private static void beside(Arrow arrow, List<Item> items) {
        double from = Math.max(0, arrow.sentNanos());
        double to = Math.max(from, arrow.doneNanos());
        if (arrow.kind() == Arrow.Kind.DISK) {
            items.add(new SequenceChart.Arrow(arrow.from(), arrow.to(), from, from,
                    arrow.onPath() ? "" : arrow.label() + ", " + time(to - from), !arrow.onPath()));
            items.add(new SequenceChart.Arrow(arrow.to(), arrow.from(), to, to, "", !arrow.onPath()));
        } else if (!arrow.onPath()) {
            items.add(new SequenceChart.Arrow(arrow.from(), arrow.to(), from, to, arrow.label()
                    + arrow.lock().map(lock -> ": " + lock.plain()).orElse(""), true));
        }
    }

    private static String description(OperationTrace trace) {
        StringBuilder text = new StringBuilder();
        for (TraceLine line : TraceLine.of(trace)) {
            if (line.kind() != TraceLine.Kind.BESIDE) {
                text.append("After ").append(time(line.fromNanos())).append(", for ").append(time(line.nanos())).append(": ")
                        .append(line.who()).append(line.who().isEmpty() ? "" : ": ").append(line.what())
                        .append(line.lock().map(lock -> ", " + lock.plain()).orElse("")).append(". ");
            }
        }
        return text.toString().strip();
    }
}
