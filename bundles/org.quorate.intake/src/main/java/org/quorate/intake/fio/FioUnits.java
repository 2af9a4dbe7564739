// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.fio;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units as fio writes them (HOWTO, "Parameter types"). Pure functions. */
final class FioUnits {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,15})(?:([kmgtp])(i?)b?|b)?");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,12})(d|h|m|s|ms|msec|us|usec)?");
    private static final String LETTERS = "kmgtp";
    private static final long MOST = 1L << 60;

    private FioUnits() {
    }

    /**
     * Bytes.
     *
     * @param base the option kb_base: with 1024, the default, k is 1024 and ki is 1000, and with 1000 it is the other way round
     */
    static Optional<Long> size(String text, int base) {
        Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long unit = 1;
        if (matcher.group(2) != null) {
            boolean binary = (base == 1024) == matcher.group(3).isEmpty();
            for (int i = 0; i <= LETTERS.indexOf(matcher.group(2)); i++) {
                unit *= binary ? 1024 : 1000;
            }
        }
        long number = Long.parseLong(matcher.group(1));
        return number > MOST / unit ? Optional.empty() : Optional.of(number * unit);
    }

    /** A time; without unit in the one that is usual for the option. */
    static Optional<Duration> time(String text, String usual) {
        Matcher matcher = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long nanos = switch (matcher.group(2) == null ? usual : matcher.group(2)) {
            case "d" -> 86_400_000_000_000L;
            case "h" -> 3_600_000_000_000L;
            case "m" -> 60_000_000_000L;
            case "s" -> 1_000_000_000L;
            case "ms", "msec" -> 1_000_000L;
            default -> 1_000L;
        };
        long number = Long.parseLong(matcher.group(1));
        return number > Long.MAX_VALUE / nanos ? Optional.empty() : Optional.of(Duration.ofNanos(number * nanos));
    }

    /** A whole number. */
    static Optional<Long> number(String text) {
        return text.strip().matches("[0-9]{1,12}") ? Optional.of(Long.parseLong(text.strip())) : Optional.empty();
    }
}
