// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Quantities as people write them: {@code 4 KiB}, {@code 0.2 ms}, {@code 10 Gbit/s}, {@code 95 %}, {@code 200 /s}.
 * Reading and writing are exact: what {@code format…} writes, {@code parse…} reads as the same value. A number without
 * its unit is never accepted. Every {@code parse…} throws {@link UnitFormatException}. Pure functions, thread-safe.
 */
public final class UnitFormat {

    private static final UnitTable SIZE = new UnitTable("size", "bytes", "4 KiB",
            units("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40, "PiB", 1L << 50,
                    "kB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L, "TB", 1_000_000_000_000L),
            List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB"));
    private static final UnitTable TIME = new UnitTable("time", "nanoseconds", "0.2 ms",
            units("ns", 1L, "us", 1_000L, "µs", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L,
                    "min", 60_000_000_000L, "h", 3_600_000_000_000L),
            List.of("ns", "us", "ms", "s"));
    private static final UnitTable LONG_TIME = new UnitTable("time", "nanoseconds", "5 min",
            units("s", 1_000_000_000L, "min", 60_000_000_000L, "h", 3_600_000_000_000L), List.of("s", "min", "h"));
    private static final UnitTable RATE = new UnitTable("bandwidth", "bits a second", "10 Gbit/s",
            units("bit/s", 1L, "kbit/s", 1_000L, "Mbit/s", 1_000_000L, "Gbit/s", 1_000_000_000L,
                    "Tbit/s", 1_000_000_000_000L, "kB/s", 8_000L, "MB/s", 8_000_000L, "GB/s", 8_000_000_000L,
                    "MiB/s", 8L << 20, "GiB/s", 8L << 30),
            List.of("bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"));
    private static final UnitTable PERCENT = new UnitTable("share", "percent", "20 %", units("%", 1L), List.of("%"));
    private static final UnitTable PER_SECOND = new UnitTable("frequency", "events a second", "200 /s",
            units("/s", 1L), List.of("/s"));

    private UnitFormat() {
    }

    private static Map<String, BigDecimal> units(Object... symbolsAndFactors) {
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        for (int i = 0; i < symbolsAndFactors.length; i += 2) {
            units.put((String) symbolsAndFactors[i], BigDecimal.valueOf((Long) symbolsAndFactors[i + 1]));
        }
        return units;
    }

    /** A size: B, KiB to PiB (powers of 1024), kB to TB (powers of 1000); a whole number of bytes. */
    public static Bytes parseBytes(String text) {
        return new Bytes(SIZE.parseWhole(text));
    }

    /** With the largest of B to PiB that gives a whole number. */
    public static String format(Bytes size) {
        return SIZE.formatWhole(size.value());
    }

    /** A time: ns, us, ms, s, min, h; a whole number of nanoseconds, at most 292 years. */
    public static Duration parseTime(String text) {
        return Duration.ofNanos(TIME.parseWhole(text));
    }

    /** With the largest of ns to s that is at most the time; whole minutes and hours as such. Not negative. */
    public static String format(Duration time) {
        long nanos = time.toNanos();
        if (nanos == 0) {
            return "0 s";
        }
        boolean wholeMinutes = nanos % 60_000_000_000L == 0;
        return wholeMinutes ? LONG_TIME.formatWhole(nanos) : TIME.format(nanos);
    }

    /** A bandwidth: bit/s to Tbit/s, kB/s to GB/s, MiB/s, GiB/s; a whole number of bits a second, more than 0. */
    public static BitRate parseBitRate(String text) {
        long bits = RATE.parseWhole(text);
        if (bits == 0) {
            throw new UnitFormatException(quote(text) + " is no bandwidth: nothing would ever arrive", RATE.allowed());
        }
        return new BitRate(bits);
    }

    /** With the largest of bit/s to Tbit/s that is at most the rate. */
    public static String format(BitRate rate) {
        return RATE.format(rate.bitsPerSecond());
    }

    /** A share as a fraction: {@code 20 %} is 0.2. */
    public static double parsePercent(String text) {
        return PERCENT.parse(text).movePointLeft(2).doubleValue();
    }

    /** A fraction as a share: 0.2 is {@code 20 %}. */
    public static String formatPercent(double fraction) {
        return plain(BigDecimal.valueOf(fraction).movePointRight(2)) + " %";
    }

    /** Events a second: {@code 200 /s}. */
    public static double parsePerSecond(String text) {
        return PER_SECOND.parse(text).doubleValue();
    }

    /** Events a second: {@code 200 /s}. */
    public static String formatPerSecond(double rate) {
        return plain(BigDecimal.valueOf(rate)) + " /s";
    }

    /** What {@link #parseBytes} accepts, in words; and so on for the other kinds. */
    public static String allowedBytes() {
        return SIZE.allowed();
    }

    public static String allowedTime() {
        return TIME.allowed();
    }

    public static String allowedBitRate() {
        return RATE.allowed();
    }

    public static String allowedPercent() {
        return PERCENT.allowed();
    }

    public static String allowedPerSecond() {
        return PER_SECOND.allowed();
    }

    /** A regular expression, without anchors, of the texts of {@link #parseBytes}; and so on for the other kinds. */
    public static String bytesPattern() {
        return SIZE.pattern();
    }

    public static String timePattern() {
        return TIME.pattern();
    }

    public static String bitRatePattern() {
        return RATE.pattern();
    }

    public static String percentPattern() {
        return PERCENT.pattern();
    }

    public static String perSecondPattern() {
        return PER_SECOND.pattern();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /**
     * A text for a message: in single quotes, control characters and other invisible ones as {@code \\uXXXX}, cut after
     * 60 characters. Safe to print on a terminal.
     */
    public static String quote(String text) {
        return "'" + printable(text, 60) + "'";
    }

    /** A text of one line that is safe to print: as {@link #quote}, without quotes, cut after {@code most} characters. */
    public static String printable(String text, int most) {
        StringBuilder shown = new StringBuilder();
        int count = 0;
        for (int i = 0; i < text.length(); count++) {
            if (count == most) {
                return shown.append('…').toString();
            }
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (visible(point)) {
                shown.appendCodePoint(point);
            } else {
                shown.append(String.format("\\u%04x", point));
            }
        }
        return shown.toString();
    }

    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
