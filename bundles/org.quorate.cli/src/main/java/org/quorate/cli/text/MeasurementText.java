// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.quorate.model.measured.Measurement;
import org.quorate.model.measured.NodeFigures;
import org.quorate.model.measured.PairTimes;
import org.quorate.model.measured.ProfileFigure;
import org.quorate.model.measured.ServiceTimes;
import org.quorate.model.measured.Times;

/** A measurement of nodes as text: per pair, per node, and what becomes of it in a scenario. Thread-safe. */
public final class MeasurementText {

    private static final int WIDTH = 98;

    private final Style style;

    /** Text in that style. */
    public MeasurementText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(Measurement measurement) {
        StringBuilder out = new StringBuilder();
        nodes(measurement.nodes(), out);
        pairs(measurement.pairs(), out);
        services(measurement.services(), out);
        profile(measurement, out);
        measurement.missing().forEach(node -> out.append(style.bold("NO ANSWER")).append("  ").append(Plain.line(node.node() + ": " + node.why())).append('\n'));
        if (!measurement.remarks().isEmpty()) {
            out.append('\n');
        }
        for (String remark : measurement.remarks()) {
            String indent = "- ";
            for (String line : Wrap.lines(Plain.line(remark), WIDTH)) {
                out.append(style.dim(indent + line)).append('\n');
                indent = "  ";
            }
        }
        return out.toString();
    }

    private void nodes(List<NodeFigures> nodes, StringBuilder out) {
        if (nodes.isEmpty()) {
            return;
        }
        out.append(style.bold("Nodes")).append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("node", "clock", "CPUs", "null call", "LUN", "processor"));
        for (NodeFigures node : nodes) {
            String clock = node.clockOffsetSeconds().map(offset -> String.format(Locale.ROOT, "%+.3f ± %.3f s", offset, node.clockUncertaintySeconds())).orElse("?");
            rows.add(List.of(node.node(), clock, node.processors() == 0 ? "?" : String.valueOf(node.processors()),
                    node.nullCallNanos().map(nanos -> String.format(Locale.ROOT, "%.0f ns", nanos)).orElse("?"), node.device().isEmpty() ? "-" : node.device(),
                    node.processor()));
        }
        Columns.write(out, style, rows, Set.of(0, 4, 5));
    }

    private void pairs(List<PairTimes> pairs, StringBuilder out) {
        List<PairTimes> answered = pairs.stream().filter(pair -> pair.times().isPresent()).toList();
        if (answered.isEmpty()) {
            return;
        }
        out.append('\n').append(style.bold("Round trips, with the hosts' own work")).append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("from", "to", "by", "median", "p99", "mean", "spread", "samples", "lost"));
        for (PairTimes pair : answered) {
            Times times = pair.times().orElseThrow();
            rows.add(List.of(pair.from(), pair.to(), pair.way(), time(times.medianNanos()), time(times.p99Nanos()), time(times.meanNanos()), spread(times),
                    String.valueOf(times.samples()), String.valueOf(Math.max(0, pair.sent() - times.samples()))));
        }
        Columns.write(out, style, rows, Set.of(0, 1, 2));
    }

    private void services(List<ServiceTimes> services, StringBuilder out) {
        if (services.isEmpty()) {
            return;
        }
        out.append('\n').append(style.bold("Devices and scratch files")).append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("node", "what", "size", "depth", "median", "p99", "mean", "spread", "samples", "rate", "by", "of"));
        for (ServiceTimes service : services) {
            Times times = service.times();
            rows.add(List.of(service.node(), service.what().name().toLowerCase(Locale.ROOT), size(service.bytes()), String.valueOf(service.depth()),
                    time(times.medianNanos()), time(times.p99Nanos()), time(times.meanNanos()), spread(times), String.valueOf(times.samples()),
                    service.bytesPerSecond().map(rate -> String.format(Locale.ROOT, "%.1f MB/s", rate / 1e6)).orElse(""), service.tool(), service.place()));
        }
        Columns.write(out, style, rows, Set.of(0, 1, 10, 11));
    }

    private void profile(Measurement measurement, StringBuilder out) {
        if (measurement.profile().isEmpty()) {
            return;
        }
        boolean compared = !measurement.scenario().isEmpty();
        out.append('\n').append(style.bold(compared ? "For the scenario" : "For a scenario")).append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("field", "measured", "mean between", compared ? "planned" : "", ""));
        for (ProfileFigure figure : measurement.profile()) {
            rows.add(List.of(figure.field(), figure.value(), figure.range(), figure.planned().orElse(""), figure.differs() ? "DIFFERS" : ""));
        }
        Columns.write(out, style, rows, Set.of(0, 1, 2, 3, 4));
        for (ProfileFigure figure : measurement.profile()) {
            String indent = "  ";
            for (String line : Wrap.lines(Plain.line(figure.field() + ": " + figure.how()), WIDTH)) {
                out.append(style.dim(indent + line)).append('\n');
                indent = "    ";
            }
        }
    }

    private static String size(long bytes) {
        if (bytes == 0) {
            return "";
        }
        return bytes % 1024 == 0 ? bytes / 1024 + " KiB" : bytes + " B";
    }

    private static String spread(Times times) {
        return times.deviationNanos().map(known -> String.format(Locale.ROOT, "%.0f %%", 100 * known / times.meanNanos())).orElse("?");
    }

    private static String time(Optional<Double> nanos) {
        return nanos.map(MeasurementText::time).orElse("?");
    }

    private static String time(double nanos) {
        if (nanos < 1e6) {
            return String.format(Locale.ROOT, "%.1f us", nanos / 1e3);
        }
        return nanos < 1e9 ? String.format(Locale.ROOT, "%.2f ms", nanos / 1e6) : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
