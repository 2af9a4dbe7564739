// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.text;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quorate.model.Operation;
import org.quorate.model.Target;
import org.quorate.model.UnitFormat;
import org.quorate.model.UnitFormatException;

/**
 * Reads targets as people write them, and as {@link TargetText} does: {@code p99 create < 20 ms}, {@code p95 < 10 ms} (of every
 * operation), {@code lock memory < 2 GiB a node}, {@code throughput > 500 /s}. What can be demanded is what a scenario can demand,
 * with the same units and ranges. Pure functions.
 */
public final class TargetGrammar {

    /** In words, for messages and help. */
    public static final String ALLOWED = "as in: p99 create < 20 ms, p95 < 10 ms, lock memory < 2 GiB, throughput > 500 /s";

    private static final int LONGEST = 200;
    private static final String UPPER = " *(?:<=?|≤) *(.+)";
    private static final Pattern LATENCY = Pattern.compile("p([0-9]{1,2}(?:\\.[0-9]{1,4})?)(?: +of +every +operation| +([A-Za-z_-]+))?" + UPPER);
    private static final Pattern MEMORY = Pattern.compile("lock[ -]memory" + UPPER);
    private static final Pattern PER_NODE = Pattern.compile("(.*?)(?: *(?: a| per|/) *node)?");
    private static final Pattern THROUGHPUT = Pattern.compile("throughput *(?:>=?|≥) *(.+)");
    private static final double NANOS_PER_MILLI = 1e6;

    private TargetGrammar() {
    }

    /**
     * Reads a target.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static Target parse(String text) {
        String words = text.length() > LONGEST ? "" : text.strip();
        try {
            Matcher latency = LATENCY.matcher(words);
            if (latency.matches()) {
                return latency(text, latency);
            }
            Matcher memory = MEMORY.matcher(words);
            if (memory.matches()) {
                Matcher size = PER_NODE.matcher(memory.group(1));
                return new Target(Target.Figure.LOCK_MEMORY, Optional.empty(), 0,
                        UnitFormat.parseBytes(size.matches() ? size.group(1).strip() : memory.group(1)).value());
            }
            Matcher throughput = THROUGHPUT.matcher(words);
            if (throughput.matches()) {
                return new Target(Target.Figure.THROUGHPUT, Optional.empty(), 0, UnitFormat.parsePerSecond(throughput.group(1).strip()));
            }
        } catch (UnitFormatException e) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + ": " + e.getMessage() + " (allowed: " + e.allowed() + ")", e);
        }
        throw new IllegalArgumentException(UnitFormat.quote(text) + " is no target (allowed: " + ALLOWED + ")");
    }

    private static Target latency(String text, Matcher matcher) {
        double percentile = new BigDecimal(matcher.group(1)).doubleValue();
        if (percentile <= 0) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + ": the percentile is 0 (allowed: more than 0, for example p95)");
        }
        Optional<Operation> operation = Optional.ofNullable(matcher.group(2)).map(name -> Stream.of(Operation.values())
                .filter(known -> Titles.of(known).equals(name.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(UnitFormat.quote(text) + ": there is no operation " + UnitFormat.quote(name)
                        + " (allowed: " + String.join(", ", Stream.of(Operation.values()).map(Titles::of).toList()) + ")")));
        return new Target(Target.Figure.LATENCY, operation, percentile,
                UnitFormat.parseTime(matcher.group(3).strip()).toNanos() / NANOS_PER_MILLI);
    }
}
