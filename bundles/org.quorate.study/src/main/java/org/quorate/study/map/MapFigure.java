// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.map;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.model.Operation;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.UnitFormat;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.OperationFigures.Latency;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.text.Dimension;
import org.quorate.study.text.Titles;

/**
 * A figure that contenders are compared by; of each, less is better. Immutable.
 *
 * @param figure    which kind
 * @param phase     for OPERATION_LATENCY and OPERATION_P99
 * @param operation for OPERATION_LATENCY and OPERATION_P99
 */
public record MapFigure(Figure figure, Optional<String> phase, Optional<Operation> operation) {

    /** What the verdict rests on too. */
    public static final String MIX = "latency";

    /** What {@link #of} accepts, in words. */
    public static final String ALLOWED = "latency, lock memory, p99 OPERATION or mean OPERATION, with \"in PHASE\" behind it if"
            + " several phases do the operation";

    private static final Pattern MEMORY = Pattern.compile("lock[ -]memory");
    private static final Pattern LATENCY = Pattern.compile("(p99|mean) +([a-z]+)(?: +in +(\\S+))?");
    /** Longer than any figure with the longest name of a phase. */
    private static final int LONGEST = 200;

    /**
     * Reads a figure as people write it: see {@link #ALLOWED}.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static MapFigure of(Scenario scenario, String text) {
        String words = text.length() > LONGEST ? "" : text.strip();
        if (words.equals(MIX)) {
            return new MapFigure(Figure.MIX_LATENCY, Optional.empty(), Optional.empty());
        }
        if (MEMORY.matcher(words).matches()) {
            return new MapFigure(Figure.LOCK_MEMORY, Optional.empty(), Optional.empty());
        }
        Matcher matcher = LATENCY.matcher(words);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " is no figure (allowed: " + ALLOWED + ")");
        }
        List<String> phases = scenario.workload().phases().stream().filter(Phase::measured).filter(phase -> phase.mix().stream()
                .anyMatch(share -> Titles.of(share.operation()).equals(matcher.group(2)))).map(Phase::name)
                .filter(name -> matcher.group(3) == null || matcher.group(3).equals(name)).toList();
        if (phases.size() != 1) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + (phases.isEmpty()
                    ? ": no measured phase does this operation" + (matcher.group(3) == null ? "" : " or has this name")
                    : ": several phases do this operation (allowed: in " + String.join(", in ", phases) + " behind it)"));
        }
        return new MapFigure(matcher.group(1).equals("p99") ? Figure.OPERATION_P99 : Figure.OPERATION_LATENCY,
                Optional.of(phases.get(0)), Optional.of(Operation.valueOf(matcher.group(2).toUpperCase(Locale.ROOT))));
    }

    /** As it is written in a command: {@code p99 create in traffic}. */
    public String text() {
        String where = operation.map(o -> " " + Titles.of(o)).orElse("") + phase.map(name -> " in " + name).orElse("");
        return switch (figure) {
            case MIX_LATENCY -> MIX;
            case LOCK_MEMORY -> "lock memory";
            case OPERATION_P99 -> "p99" + where;
            case OPERATION_LATENCY -> "mean" + where;
            case THROUGHPUT -> throw new IllegalStateException("of throughput, more is better");
        };
    }

    /** For people: {@code 99th percentile of create in phase traffic}. */
    public String title() {
        String where = operation.map(Titles::of).orElse("") + phase.map(name -> " in phase " + name).orElse("");
        return switch (figure) {
            case MIX_LATENCY -> "mean latency over the operation mix";
            case LOCK_MEMORY -> "lock memory of the fullest node";
            case OPERATION_P99 -> "99th percentile of " + where;
            default -> "mean latency of " + where;
        };
    }

    /** What it measures. */
    public Dimension dimension() {
        return figure == Figure.LOCK_MEMORY ? Dimension.BYTES : Dimension.TIME;
    }

    /** Of one contender, in nanoseconds or bytes; absent if it has none. */
    public Optional<Interval> value(PointContender contender) {
        return switch (figure) {
            case MIX_LATENCY -> contender.mixLatencyNanos();
            case LOCK_MEMORY -> contender.lockBytes();
            default -> contender.phase(phase.orElseThrow()).flatMap(known -> known.latency(operation.orElseThrow()))
                    .map(figure == Figure.OPERATION_P99 ? Latency::p99Nanos : Latency::meanNanos);
        };
    }
}
