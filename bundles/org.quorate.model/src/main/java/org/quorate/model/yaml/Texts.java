// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quorate.model.Bytes;
import org.quorate.model.SecretReference;
import org.quorate.model.SizeDistribution;
import org.quorate.model.TimeDistribution;
import org.quorate.model.UnitFormat;
import org.quorate.model.UnitFormatException;

/**
 * Values with a grammar of their own: names that reach shell scripts, addresses, references to secrets, distributions.
 * The forms of names follow the provisioning reference, sections 3.3 and 6: tools accept worse, so the model refuses.
 */
final class Texts {

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String IPV4_REGEX = BYTE + "(\\." + BYTE + "){3}";
    private static final String HOST_REGEX = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String STEP = "[A-Za-z0-9_][A-Za-z0-9._-]*";
    /** Within brackets: line ends, control characters, and what nobody sees or what turns the direction of the text. */
    static final String INVISIBLE = "\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff";

    static final ScalarType<String> HOST_NAME = Scalars.text("host name", HOST_REGEX,
            "lower-case letters, digits and inner hyphens, at most 63");
    static final ScalarType<String> IPV4 = Scalars.text("IPv4 address", IPV4_REGEX, "for example 192.168.1.101");
    static final ScalarType<String> HOST_OR_IPV4 = Scalars.text("host name or IPv4 address",
            HOST_REGEX + "(\\." + HOST_REGEX + "){0,7}", "for example arbiter.example.net or 192.168.1.9");
    static final ScalarType<String> IDENTIFIER = Scalars.text("name", "[A-Za-z0-9][A-Za-z0-9_-]{0,62}",
            "letters, digits, _ and -, at most 63, first a letter or digit");
    static final ScalarType<String> SCENARIO_NAME = Scalars.text("scenario name", "[a-z0-9][a-z0-9-]{0,62}",
            "lower-case letters, digits and -, at most 63");
    static final ScalarType<String> CLUSTER_NAME = Scalars.text("cluster name", "[A-Za-z][A-Za-z0-9]{0,15}",
            "1 to 16 letters and digits, first a letter");
    static final ScalarType<String> VOLUME_NAME = Scalars.text("volume name", "[A-Za-z0-9_][A-Za-z0-9_-]{0,15}",
            "1 to 16 letters, digits, _ and -, first no -");
    static final ScalarType<String> LOCK_TABLE = Scalars.text("lock table",
            "[A-Za-z][A-Za-z0-9]{0,15}:[A-Za-z0-9_][A-Za-z0-9_-]{0,15}", "cluster:name, for example webcluster:webdata");
    static final ScalarType<String> LINE = Scalars.text("line of text", "[^" + INVISIBLE + "]{1,200}",
            "1 to 200 characters, no line ends or control characters");
    static final ScalarType<String> USER = Scalars.text("user name", "[a-z_][a-z0-9_-]{0,31}",
            "lower-case letters, digits, _ and -, at most 32");
    static final ScalarType<String> LOGIN = Scalars.text("login", "[A-Za-z0-9_][A-Za-z0-9_.@-]{0,62}",
            "letters, digits and _ . @ -, at most 63");
    static final ScalarType<String> IQN = Scalars.text("iSCSI qualified name",
            "iqn\\.[0-9]{4}-(0[1-9]|1[0-2])\\.[a-z0-9][a-z0-9.-]{0,100}(:[A-Za-z0-9._:-]{1,100})?",
            "for example iqn.2024-01.net.example:webdata");
    static final ScalarType<String> WWID = Scalars.text("WWID", "(0x)?[0-9a-f]{8,40}",
            "8 to 40 lower-case hexadecimal digits");
    static final ScalarType<String> MOUNT_POINT = Scalars.text("mount point", "(/" + STEP + "){1,8}",
            "an absolute path of letters, digits, . _ and -");
    static final ScalarType<String> RELATIVE_PATH = Scalars.text("relative path", STEP + "(/" + STEP + "){0,7}",
            "a path below the mount point, of letters, digits, . _ and -");

    /** {@code IPv4:port}; the port may be left out. */
    static final ScalarType<String> PORTAL = portal();

    static final ScalarType<SecretReference> SECRET = secret();

    private static final Pattern DISTRIBUTION =
            Pattern.compile("(?:(constant|exponential|lognormal)\\s+)?(.*?)(?:\\s+variation\\s+(.*))?");
    private static final String SHAPES = "[constant | exponential | lognormal] ";

    private Texts() {
    }

    private static ScalarType<String> portal() {
        String regex = IPV4_REGEX + "(:[1-9][0-9]{0,4})?";
        Pattern pattern = Pattern.compile(regex);
        return new ScalarType<>("portal", "", "IPv4:port, for example 192.168.1.50:3260", List.of(), false, text -> {
            boolean good = pattern.matcher(text).matches();
            String full = text.contains(":") ? text : text + ":3260";
            if (!good || Integer.parseInt(full.substring(full.indexOf(':') + 1)) > 65_535) {
                throw new IllegalArgumentException(UnitFormat.quote(text) + " is not a portal");
            }
            return full;
        }, value -> value, Scalars.pattern(regex));
    }

    private static ScalarType<SecretReference> secret() {
        String regex = "env:[A-Za-z_][A-Za-z0-9_]{0,63}|file:(/" + STEP + "){1,12}|vault:[A-Za-z0-9_][A-Za-z0-9_./-]{0,120}"
                + "(#[A-Za-z0-9_.-]{1,60})?";
        Pattern pattern = Pattern.compile(regex);
        return new ScalarType<>("reference to a secret", "", "env:NAME, file:/path or vault:path#key, never the secret",
                List.of(), false, text -> {
                    if (!pattern.matcher(text).matches() || text.contains("..")) {
                        // The text is not shown: it may be a secret that was put here by mistake.
                        throw new IllegalArgumentException("is not a reference to a secret");
                    }
                    String[] parts = text.split(":", 2);
                    return new SecretReference(SecretReference.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                            parts[1]);
                }, value -> Scalars.word(value.kind()) + ":" + value.place(), Scalars.pattern(regex));
    }

    /** {@code 4 KiB}, {@code exponential 4 KiB}, {@code lognormal 4 KiB variation 80 %}. */
    static ScalarType<SizeDistribution> sizes(Bytes least, Bytes most) {
        String range = UnitFormat.format(least) + " to " + UnitFormat.format(most);
        return new ScalarType<>("size or distribution of sizes", "B, KiB, MiB, GiB, TiB",
                SHAPES + "SIZE [variation N %], mean " + range, List.of(), false, text -> {
                    Parts parts = Parts.of(text);
                    Bytes mean = Scalars.inRange(parts.mean(), UnitFormat.parseBytes(parts.mean()), least, most);
                    return new SizeDistribution(parts.shape(), mean, parts.variation());
                }, value -> write(value.shape(), UnitFormat.format(value.mean()), value.variation()),
                Scalars.pattern(pattern(UnitFormat.bytesPattern())));
    }

    /** {@code 0.2 ms}, {@code exponential 20 ms}, {@code lognormal 0.2 ms variation 30 %}. */
    static ScalarType<TimeDistribution> times(Duration least, Duration most) {
        String range = UnitFormat.format(least) + " to " + UnitFormat.format(most);
        return new ScalarType<>("time or distribution of times", "ns, us, ms, s, min, h",
                SHAPES + "TIME [variation N %], mean " + range, List.of(), false, text -> {
                    Parts parts = Parts.of(text);
                    Duration mean = Scalars.inRange(parts.mean(), UnitFormat.parseTime(parts.mean()), least, most);
                    return new TimeDistribution(parts.shape(), mean, parts.variation());
                }, value -> write(value.shape(), UnitFormat.format(value.mean()), value.variation()),
                Scalars.pattern(pattern(UnitFormat.timePattern())));
    }

    private static String pattern(String quantity) {
        return "(constant|exponential)?[ \\t]*(" + quantity + ")|lognormal[ \\t]+(" + quantity + ")[ \\t]+variation[ \\t]+"
                + UnitFormat.percentPattern();
    }

    private static String write(TimeDistribution.Shape shape, String mean, double variation) {
        return switch (shape) {
            case CONSTANT -> mean;
            case EXPONENTIAL -> "exponential " + mean;
            case LOGNORMAL -> "lognormal " + mean + " variation " + UnitFormat.formatPercent(variation);
        };
    }

    /** A distribution with its mean not yet read. */
    private record Parts(TimeDistribution.Shape shape, String mean, double variation) {

        static Parts of(String text) {
            Matcher matcher = DISTRIBUTION.matcher(text.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException(UnitFormat.quote(text) + " is not a distribution");
            }
            TimeDistribution.Shape shape = shape(matcher.group(1));
            String variation = matcher.group(3);
            if ((variation != null) != (shape == TimeDistribution.Shape.LOGNORMAL)) {
                throw new IllegalArgumentException(UnitFormat.quote(text)
                        + (variation == null ? " needs a variation" : " cannot have a variation: only lognormal has one"));
            }
            return new Parts(shape, matcher.group(2), variation(shape, variation));
        }

        private static TimeDistribution.Shape shape(String word) {
            return word == null ? TimeDistribution.Shape.CONSTANT
                    : TimeDistribution.Shape.valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** As the records' own factories have it: 0 for constant, 1 for exponential. */
        private static double variation(TimeDistribution.Shape shape, String text) {
            if (shape != TimeDistribution.Shape.LOGNORMAL) {
                return shape == TimeDistribution.Shape.CONSTANT ? 0 : 1;
            }
            double value = UnitFormat.parsePercent(text);
            if (value > TimeDistribution.MOST_VARIATION) {
                throw new UnitFormatException("a variation of " + UnitFormat.quote(text) + " is out of range",
                        "0 % to " + UnitFormat.formatPercent(TimeDistribution.MOST_VARIATION));
            }
            return value;
        }
    }
}
