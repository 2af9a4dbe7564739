// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.quorate.model.BitRate;
import org.quorate.model.Bytes;
import org.quorate.model.Spelling;
import org.quorate.model.UnitFormat;

/** The kinds of single values: words, numbers, quantities. Distributions and addresses are in {@link Texts}. */
final class Scalars {

    static final ScalarType<Boolean> YES_NO = new ScalarType<>("true or false", "", "true or false",
            List.of("true", "false"), true, Scalars::bool, value -> value, schema -> schema.put("type", "boolean"));

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,25})?([eE][-+]?[0-9]{1,3})?");

    private Scalars() {
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(UnitFormat.quote(text) + " is neither true nor false");
        };
    }

    /** With its article. */
    static String a(String noun) {
        return ("aeioAEIO".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /** A text of a form. */
    static ScalarType<String> text(String kind, String regex, String allowed) {
        Pattern pattern = Pattern.compile(regex);
        return new ScalarType<>(kind, "", allowed, List.of(), false, text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException(UnitFormat.quote(text) + " is not " + a(kind));
            }
            return text;
        }, value -> value, schema -> schema.put("type", "string").put("pattern", "^(" + regex + ")$"));
    }

    static ScalarType<Integer> whole(int least, int most) {
        ScalarType<Long> type = wholeLong(least, most);
        return new ScalarType<>(type.kind(), "", type.allowed(), List.of(), true,
                text -> Math.toIntExact(type.parse(text)), value -> (long) value, type.schema());
    }

    static ScalarType<Long> wholeLong(long least, long most) {
        String allowed = least == most ? "only " + least : "a whole number from " + least + " to " + most;
        return new ScalarType<>("whole number", "", allowed, List.of(), true, text -> {
            if (!WHOLE.matcher(text).matches()) {
                throw new IllegalArgumentException(UnitFormat.quote(text) + " is not a whole number");
            }
            BigDecimal value = new BigDecimal(text);
            inRange(text, value, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
            return value.longValueExact();
        }, value -> value, schema -> schema.put("type", "integer").put("minimum", least).put("maximum", most));
    }

    /** More than {@code above}, at most {@code most}. */
    static ScalarType<Double> number(double above, double most) {
        String allowed = "a number more than " + plain(above) + ", at most " + plain(most);
        return new ScalarType<>("number", "", allowed, List.of(), true, text -> {
            if (!DECIMAL.matcher(text).matches()) {
                throw new IllegalArgumentException(UnitFormat.quote(text) + " is not a number");
            }
            return within(text, Double.parseDouble(text), above, most);
        }, Scalars::shortest, schema -> schema.put("type", "number").put("exclusiveMinimum", above).put("maximum", most));
    }

    private static double within(String text, double value, double above, double most) {
        if (!(value > above) || value > most) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " is out of range");
        }
        return value;
    }

    private static Object shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return (long) value;
        }
        return value;
    }

    private static String plain(double value) {
        return String.valueOf(shortest(value));
    }

    /** A word for each constant: its name in lower case with hyphens. */
    static <E extends Enum<E>> ScalarType<E> choice(String kind, Class<E> type) {
        return choice(kind, type.getEnumConstants(), Scalars::word);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E> ScalarType<E> choice(String kind, E[] constants, Function<E, String> word) {
        Map<String, E> byWord = new LinkedHashMap<>();
        for (E constant : constants) {
            byWord.put(word.apply(constant), constant);
        }
        List<String> words = List.copyOf(byWord.keySet());
        Consumer<ObjectNode> schema = node -> {
            node.put("type", "string");
            words.forEach(node.putArray("enum")::add);
        };
        return new ScalarType<>(kind, "", String.join(", ", words), words, false, text -> {
            if (!byWord.containsKey(text)) {
                throw new IllegalArgumentException(
                        UnitFormat.quote(text) + " is not " + a(kind) + Spelling.hint(text, words));
            }
            return byWord.get(text);
        }, word::apply, schema);
    }

    static ScalarType<Bytes> size(Bytes least, Bytes most) {
        String allowed = UnitFormat.format(least) + " to " + UnitFormat.format(most);
        return new ScalarType<>("size", "B, KiB, MiB, GiB, TiB", allowed, List.of(), false,
                text -> inRange(text, UnitFormat.parseBytes(text), least, most), UnitFormat::format,
                pattern(UnitFormat.bytesPattern()));
    }

    static ScalarType<Bytes> powerOfTwo(Bytes least, Bytes most) {
        ScalarType<Bytes> size = size(least, most);
        return new ScalarType<>("size", size.unit(), "a power of two, " + size.allowed(), List.of(), false, text -> {
            Bytes value = size.parse(text);
            if (Long.bitCount(value.value()) != 1) {
                throw new IllegalArgumentException(UnitFormat.quote(text) + " is not a power of two");
            }
            return value;
        }, size.toYaml(), size.schema());
    }

    /** A multiple of 1 MiB. */
    static ScalarType<Bytes> wholeMebibytes(Bytes least, Bytes most) {
        ScalarType<Bytes> size = size(least, most);
        return new ScalarType<>("size", size.unit(), "whole MiB, " + size.allowed(), List.of(), false, text -> {
            Bytes value = size.parse(text);
            if (value.value() % (1L << 20) != 0) {
                throw new IllegalArgumentException(UnitFormat.quote(text) + " is not a whole number of MiB");
            }
            return value;
        }, size.toYaml(), size.schema());
    }

    static ScalarType<Duration> time(Duration least, Duration most) {
        String allowed = UnitFormat.format(least) + " to " + UnitFormat.format(most);
        return new ScalarType<>("time", "ns, us, ms, s, min, h", allowed, List.of(), false,
                text -> inRange(text, UnitFormat.parseTime(text), least, most), UnitFormat::format,
                pattern(UnitFormat.timePattern()));
    }

    static ScalarType<BitRate> bitRate(BitRate least, BitRate most) {
        String allowed = UnitFormat.format(least) + " to " + UnitFormat.format(most);
        return new ScalarType<>("bandwidth", "kbit/s, Mbit/s, Gbit/s, MB/s", allowed, List.of(), false,
                text -> inRange(text, UnitFormat.parseBitRate(text), least, most), UnitFormat::format,
                pattern(UnitFormat.bitRatePattern()));
    }

    /** A share, as a fraction in Java. */
    static ScalarType<Double> percent(double least, double most) {
        String allowed = UnitFormat.formatPercent(least) + " to " + UnitFormat.formatPercent(most);
        return new ScalarType<>("share", "%", allowed, List.of(), false,
                text -> inRange(text, UnitFormat.parsePercent(text), least, most), UnitFormat::formatPercent,
                pattern(UnitFormat.percentPattern()));
    }

    /** Events a second, more than 0. */
    static ScalarType<Double> perSecond(double most) {
        String allowed = "more than 0 /s, at most " + UnitFormat.formatPerSecond(most);
        return new ScalarType<>("frequency", "/s", allowed, List.of(), false,
                text -> within(text, UnitFormat.parsePerSecond(text), 0, most), UnitFormat::formatPerSecond,
                pattern(UnitFormat.perSecondPattern()));
    }

    static Consumer<ObjectNode> pattern(String regex) {
        return schema -> schema.put("type", "string").put("pattern", "^[ \\t]*(" + regex + ")[ \\t]*$");
    }

    static <C extends Comparable<C>> C inRange(String text, C value, C least, C most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(UnitFormat.quote(text) + " is out of range");
        }
        return value;
    }
}
