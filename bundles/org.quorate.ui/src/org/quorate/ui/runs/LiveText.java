// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.LiveFigures;
import org.quorate.ui.Messages;
import org.quorate.ui.results.ResultsMessages;

/** Says in words what is known of a study while it is made. Pure functions. */
public final class LiveText {

    private LiveText() {
    }

    /** Titles of the columns of {@link #rows}. */
    public static List<String> columns() {
        return List.of(ResultsMessages.Live_contender, ResultsMessages.Live_replications, ResultsMessages.Live_operations, ResultsMessages.Live_latency,
                ResultsMessages.Live_throughput, ResultsMessages.Live_now);
    }

    /** A line a contender; of studies that are no comparison none. */
    public static List<List<String>> rows(LiveFigures live) {
        return live.contenders().stream().map(contender -> List.of(contender.label(), String.valueOf(contender.replications()),
                contender.operations() == 0 ? "" : Quantity.of(Unit.OPERATIONS, contender.operations()).text(), latency(contender),
                brief(Unit.OPERATIONS_PER_SECOND, contender.throughput()), now(live, contender.label()))).toList();
    }

    private static String latency(LiveFigures.Contender contender) {
        return contender.saturated() ? ResultsMessages.Live_saturated
                : contender.meanNanos().map(mean -> Quantity.of(Unit.TIME, mean).text()).orElse("");
    }

    private static String brief(Unit unit, OptionalDouble value) {
        return value.isPresent() ? Quantity.of(unit, value.getAsDouble()).brief() : "";
    }

    private static String now(LiveFigures live, String label) {
        return live.runs().stream().filter(run -> run.contender().equals(label)).map(LiveText::place).collect(Collectors.joining(", "));
    }

    private static String place(LiveFigures.Run run) {
        String time = Quantity.of(Unit.TIME, run.simulatedNanos()).brief();
        return run.share().isPresent() ? Messages.bind(ResultsMessages.Live_run_share, new Object[] {run.replication() + 1, time,
                Math.round(100 * run.share().getAsDouble())}) : Messages.bind(ResultsMessages.Live_run, run.replication() + 1, time);
    }

    /** How much was simulated, and how fast. */
    public static String summary(Optional<LiveFigures> live, Duration elapsed) {
        if (live.isEmpty() || live.get().events() == 0 || elapsed.isZero()) {
            return "";
        }
        long events = live.get().events();
        return Messages.bind(ResultsMessages.Live_events, number(events), number(events / (elapsed.toNanos() / 1e9)));
    }

    /** To three digits: the others change all the time. */
    private static String number(double value) {
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 2));
        return String.format(Locale.getDefault(), "%,d", Math.round(value / step) * (long) step);
    }
}
