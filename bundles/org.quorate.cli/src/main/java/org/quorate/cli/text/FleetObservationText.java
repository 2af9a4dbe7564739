// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FigureName.Topic;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetObservation.Deviation;
import org.quorate.study.observe.FleetObservation.FigureRow;
import org.quorate.study.observe.FleetObservation.NodeState;
import org.quorate.study.observe.FleetPrediction;
import org.quorate.study.observe.HotLock;
import org.quorate.study.observe.Round;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Quantity;

/** A running cluster beside its prediction as text: the nodes, a table for each topic, hot locks, then what a reader must know. Thread-safe. */
public final class FleetObservationText {

    private static final int WIDTH = 100;
    private static final int MOST_DEVIATIONS = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Style style;

    /** Text in that style. */
    public FleetObservationText(Style style) {
        this.style = style;
    }

    /** What a round said, in one line. */
    public static String line(Round round, FleetObservation soFar) {
        long answered = round.nodes().stream().filter(answer -> answer.sample().isPresent()).count();
        String locks = figure(soFar, new FigureName(Topic.LOCK, "all", "all")).map(value -> ", " + value + " locks").orElse("");
        String deviating = soFar.origin().isEmpty() ? "" : ", " + soFar.deviating().size() + " figures beyond the prediction";
        return Plain.line(time(round.atMillis()) + "  " + answered + " of " + round.nodes().size() + " nodes" + locks + deviating);
    }

    private static Optional<String> figure(FleetObservation observation, FigureName name) {
        return observation.figures().stream().filter(row -> row.node().equals(FleetPrediction.FLEET) && row.figure().equals(name))
                .filter(row -> row.last().isPresent()).findFirst().map(row -> Quantity.number(row.last().getAsDouble(), 0));
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
    }

    /** The text, with a line end at its end. */
    public String write(FleetObservation observation) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Plain.line(observation.head().title()))).append('\n');
        out.append(Plain.line(observation.head().fileSystem() + " (" + observation.head().kind().title() + ") at " + observation.head().mountPoint()
                + ", asked " + observation.rounds() + (observation.rounds() == 1 ? " time" : " times") + " from " + time(observation.fromMillis()) + " to "
                + time(observation.toMillis()) + (observation.phase().isEmpty() ? "" : ", beside phase " + observation.phase()))).append('\n');
        nodes(out, observation.nodes());
        deviations(out, observation);
        for (Topic topic : Topic.values()) {
            figures(out, observation, topic);
        }
        hot(out, observation.hot());
        out.append("\nMore figures are in --json and --csv.\n");
        notes(out, observation);
        observation.origin().ifPresent(origin -> out.append('\n').append(style.dim(Plain.line("scenario " + origin.scenario() + ", seed " + origin.seed()
                + ", predicted for one run from " + origin.replications() + " replications, confidence " + Quantity.percent(origin.confidence()) + ", kernel "
                + origin.kernel() + ", quorate " + origin.quorateVersion()))).append('\n'));
        return out.toString();
    }

    private void nodes(StringBuilder out, List<NodeState> nodes) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("node", "answered", "missed", "last failure")));
        nodes.forEach(node -> rows.add(List.of(Plain.line(node.node()), Long.toString(node.answered()), Long.toString(node.missed()),
                Plain.line(node.failure().orElse("-")))));
        table(out, "Nodes", rows, Set.of(0, 3));
    }

    private void deviations(StringBuilder out, FleetObservation observation) {
        List<FigureRow> beyond = observation.deviating();
        if (observation.origin().isEmpty()) {
            return;
        }
        out.append('\n').append(style.bold("Beyond the prediction")).append('\n');
        if (beyond.isEmpty()) {
            out.append("No figure that can be judged.\n");
        }
        for (FigureRow row : beyond.subList(0, Math.min(MOST_DEVIATIONS, beyond.size()))) {
            out.append("- ").append(Plain.line(node(row) + ": " + row.figure() + " is " + number(row.figure(), row.actual()) + ", "
                    + (row.beyond().isPresent() ? Quantity.percent(Math.abs(row.beyond().getAsDouble())) + " " : "")
                    + (row.deviation() == Deviation.ABOVE ? "more" : "less") + " than " + predicted(row))).append('\n');
        }
        if (beyond.size() > MOST_DEVIATIONS) {
            out.append("- and ").append(beyond.size() - MOST_DEVIATIONS).append(" more; the tables mark them with < and >\n");
        }
    }

    private void figures(StringBuilder out, FleetObservation observation, Topic topic) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("node", "figure", "predicted", "last", "mean", "")));
        for (FigureRow row : observation.figures()) {
            if (row.figure().topic() == topic && row.matters()) {
                rows.add(List.of(Plain.line(node(row)), row.figure().name() + " " + row.figure().what(), predicted(row), number(row.figure(), row.last()),
                        number(row.figure(), row.mean()), mark(row.deviation())));
            }
        }
        if (rows.size() > 1) {
            table(out, topic.title(), rows, Set.of(0, 1, 5));
        }
    }

    private static String mark(Deviation deviation) {
        return switch (deviation) {
            case ABOVE -> ">";
            case BELOW -> "<";
            case NONE -> "=";
            case UNKNOWN -> "";
        };
    }

    private static String node(FigureRow row) {
        return row.node().equals(FleetPrediction.FLEET) ? "all nodes" : row.node();
    }

    private static String predicted(FigureRow row) {
        return row.predicted().map(interval -> interval.halfWidth() == 0 ? number(row.figure(), OptionalDouble.of(interval.mean()))
                : number(row.figure(), OptionalDouble.of(interval.mean())) + " ± " + number(row.figure(), OptionalDouble.of(interval.halfWidth())))
                .orElse("-");
    }

    private static String number(FigureName name, OptionalDouble value) {
        if (value.isEmpty()) {
            return "-";
        }
        if (name.inTime()) {
            return Quantity.percent(value.getAsDouble());
        }
        String number = name.inBytes() ? Quantity.of(Dimension.BYTES, value.getAsDouble()) : Quantity.number(value.getAsDouble(),
                Quantity.decimals(value.getAsDouble(), 0));
        return name.grows() ? number + "/s" : number;
    }

    private void hot(StringBuilder out, List<HotLock> hot) {
        if (hot.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>(List.of(List.of("node", "lock", "inode", "waiting", "used", "waited", "path")));
        for (HotLock lock : hot) {
            rows.add(List.of(lock.node().equals(FleetPrediction.FLEET) ? "all nodes" : Plain.line(lock.node()), lock.type() + " " + lock.number(),
                    lock.inode().map(String::valueOf).orElse("-"), Long.toString(lock.waiters()),
                    lock.usesPerSecond().isPresent() ? Quantity.number(lock.usesPerSecond().getAsDouble()) + "/s" : "-",
                    lock.waitShare().isPresent() && lock.waitShare().getAsDouble() > 0 ? Quantity.percent(lock.waitShare().getAsDouble()) : "-",
                    Plain.line(lock.path().orElse("-"))));
        }
        table(out, "Hottest locks", rows, Set.of(0, 1, 2, 6));
    }

    private void table(StringBuilder out, String title, List<List<String>> rows, Set<Integer> words) {
        out.append('\n').append(style.bold(title)).append('\n');
        Columns.write(out, style, rows, words);
    }

    private static void notes(StringBuilder out, FleetObservation observation) {
        List<String> notes = new ArrayList<>(observation.notes());
        observation.nodes().forEach(node -> node.remarks().forEach(remark -> notes.add(node.node() + ": " + remark + ".")));
        if (!notes.isEmpty()) {
            out.append('\n');
        }
        for (String note : notes) {
            out.append("- ").append(String.join("\n  ", Wrap.lines(Plain.line(note), WIDTH))).append('\n');
        }
    }
}
