// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.text;

/**
 * Quoting, one method a format. Every method refuses what its format cannot hold, so that a value that slipped past
 * validation still never becomes code. Thread-safe.
 */
public final class Quote {

    private Quote() {
    }

    /** A word of a POSIX shell, in single quotes. */
    public static String shell(String value) {
        return "'" + printable(value).replace("'", "'\\''") + "'";
    }

    /** A field of fstab: blanks, tabs and backslashes as octal. */
    public static String fstab(String value) {
        String text = printable(value);
        if (text.startsWith("#") || text.isEmpty()) {
            throw new IllegalArgumentException("not a field of fstab: " + text);
        }
        return text.replace("\\", "\\134").replace(" ", "\\040");
    }

    /** A quoted string of a PHP ini or pool file, which has no escape for its own quote. */
    public static String ini(String value) {
        String text = printable(value);
        if (text.chars().anyMatch(c -> "\"\\${}".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("not to be written in an ini file: " + text);
        }
        return "\"" + text + "\"";
    }

    /** A word of crmsh's configuration text; the value of {@code name=value} in double quotes when it needs them. */
    public static String crmsh(String value) {
        String text = printable(value);
        if (text.matches("[A-Za-z0-9_./:=,+@-]+")) {
            return text;
        }
        int equals = text.indexOf('=');
        if (equals < 1 || !text.substring(0, equals).matches("[A-Za-z0-9_-]+")
                || text.chars().anyMatch(c -> "\"'\\#".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("not to be written for crmsh: " + text);
        }
        return text.substring(0, equals + 1) + '"' + text.substring(equals + 1) + '"';
    }

    /** A bare word of a configuration file that has no quoting (corosync, o2cb, iSCSI, multipath, systemd). */
    public static String word(String value) {
        if (!value.matches("[A-Za-z0-9._:/=,@+-]+")) {
            throw new IllegalArgumentException("not a plain word: " + value);
        }
        return value;
    }

    /** Text of a Markdown page: one line, nothing of it markup. */
    public static String markdown(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                text.append(' ');
            } else if ("\\`*_{}[]()<>#+-.!|&~".indexOf(c) >= 0) {
                text.append('\\').appendCodePoint(c);
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    private static String printable(String value) {
        if (value.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c)
                || c == '\u2028' || c == '\u2029')) {
            throw new IllegalArgumentException("control characters cannot be written in a script");
        }
        return value;
    }
}
