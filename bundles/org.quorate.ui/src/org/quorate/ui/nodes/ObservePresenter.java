// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.quorate.model.observed.FigureName;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.document.Figure;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.io.FleetObservationCsv;
import org.quorate.study.io.FleetObservationJson;
import org.quorate.study.observe.FleetObservation;
import org.quorate.study.observe.FleetObservation.FigureRow;
import org.quorate.study.observe.FleetPrediction;
import org.quorate.study.observe.HotLock;
import org.quorate.ui.Messages;
import org.quorate.ui.report.OutputForm;
import org.quorate.ui.report.Reports;

/** What is said of a running cluster. Used by one thread. */
public final class ObservePresenter {

    private final Observations observations;
    private final Reports reports;

    public ObservePresenter(Observations observations, Reports reports) {
        this.observations = observations;
        this.reports = reports;
    }

    private Optional<FleetObservation> observation() {
        return observations.watched().map(Observations.Watched::observation);
    }

    /** How long it is watched, who answers, and how much is not as predicted. */
    public String summary() {
        return observation().map(seen -> {
            long answer = seen.nodes().stream().filter(node -> node.answered() > 0).count();
            // The title of the run stands before it.
            String cluster = observations.isRunning() ? "" : Messages.bind(NodesMessages.Observe_cluster, seen.head().scenario(), seen.head().fileSystem()) + " ";
            String rounds = Messages.bind(NodesMessages.Observe_rounds, new Object[] {seen.rounds(), answer, seen.nodes().size()});
            return cluster + rounds + " " + (seen.origin().isEmpty() ? NodesMessages.Observe_no_prediction
                    : Messages.bind(NodesMessages.Observe_deviations, seen.deviating().size(), seen.phase()));
        }).orElse("");
    }

    /** What can be drawn over time; a chart needs two rounds. */
    public List<ChartSpec> charts() {
        return observations.watched().stream().flatMap(seen -> seen.report().blocks().stream()).filter(Figure.class::isInstance).map(Figure.class::cast)
                .map(Figure::chart).toList();
    }

    /**
     * Figures beside what is predicted; those that deviate first, then others that are predicted.
     *
     * @param onlyPredicted leave out what the simulator says nothing of
     */
    public List<FigureRow> figures(boolean onlyPredicted) {
        List<FigureRow> rows = observation().map(FleetObservation::figures).orElse(List.of()).stream()
                .filter(row -> row.last().isPresent() || row.predicted().isPresent()).filter(row -> !onlyPredicted || row.predicted().isPresent()).toList();
        return rows.stream().sorted(Comparator.comparing(row -> deviates(row) ? 0 : row.predicted().isPresent() ? 1 : 2)).toList();
    }

    /** It lies beyond what is predicted for one run. */
    public static boolean deviates(FigureRow row) {
        return row.deviation() == FleetObservation.Deviation.ABOVE || row.deviation() == FleetObservation.Deviation.BELOW;
    }

    /** The hottest first. */
    public List<HotLock> hot() {
        return observation().map(FleetObservation::hot).orElse(List.of());
    }

    public static String node(String name) {
        return name.equals(FleetPrediction.FLEET) ? NodesMessages.Observe_all : name;
    }

    /** As the kernel calls it. */
    public static String figure(FigureRow row) {
        FigureName name = row.figure();
        return name.topic().word() + " " + name.name() + " " + name.what() + (name.grows() && !name.inTime() ? "/s" : "");
    }

    public static String predicted(FigureRow row) {
        return row.predicted().map(interval -> amount(row, OptionalDouble.of(interval.mean())) + " ± " + amount(row, OptionalDouble.of(interval.halfWidth())))
                .orElse("–");
    }

    public static String actual(FigureRow row) {
        return amount(row, row.actual());
    }

    private static String amount(FigureRow row, OptionalDouble value) {
        Unit unit = row.figure().inTime() ? Unit.SHARE : row.figure().inBytes() ? Unit.BYTES : Unit.NUMBER;
        return value.isEmpty() ? "–" : Quantity.of(unit, value.getAsDouble()).text();
    }

    /** A sign stands before the words. */
    public static String deviation(FigureRow row) {
        return switch (row.deviation()) {
            case UNKNOWN -> "";
            case NONE -> NodesMessages.Observe_as_predicted;
            case ABOVE -> "▲ " + NodesMessages.Observe_more;
            case BELOW -> "▼ " + NodesMessages.Observe_less;
        };
    }

    /** How often a lock was asked for. */
    public static String uses(HotLock lock) {
        return lock.usesPerSecond().isPresent() ? Quantity.of(Unit.NUMBER, lock.usesPerSecond().getAsDouble()).text() : "–";
    }

    /** What a reader must know, and which node did not answer why. */
    public String notes() {
        return observation().map(seen -> {
            List<String> notes = new ArrayList<>();
            seen.nodes().forEach(node -> node.failure().ifPresent(why -> notes.add(Messages.bind(NodesMessages.Item_missing, node.node()) + ": " + why)));
            notes.addAll(seen.notes());
            seen.nodes().forEach(node -> node.remarks().forEach(remark -> notes.add(node.node() + ": " + remark)));
            return notes.stream().distinct().map(note -> "• " + note).collect(Collectors.joining("\n"));
        }).orElse("");
    }

    /** The report with its charts, then the data. */
    public List<OutputForm> forms() {
        return observations.watched().map(seen -> Stream.concat(reports.forms(seen.report()).stream(), Stream.of(
                OutputForm.ofBytes("CSV", "csv", () -> new FleetObservationCsv().write(seen.observation()).getBytes(StandardCharsets.UTF_8)),
                OutputForm.ofBytes("JSON", "json", () -> new FleetObservationJson().write(seen.observation()).getBytes(StandardCharsets.UTF_8)))).toList())
                .orElse(List.of());
    }

    /** Proposed for a file. */
    public String fileName() {
        return observation().map(seen -> seen.head().scenario() + "-observed").orElse("observed");
    }
}
