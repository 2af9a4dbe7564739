// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What no file of an export may have in it: a secret, or a mark that should have been replaced. Looks for a rare character
 * first and at what is around it then: all of every plan is searched. Pure functions, thread-safe.
 */
final class OpenText {

    private static final Pattern MARK = Pattern.compile("(?m)@[A-Z]+@$");
    private static final Pattern PRIVATE_KEY = Pattern.compile("(?i)BEGIN [A-Z ]*PRIVATE KEY");
    private static final List<String> SECRETS = List.of("password", "passwd", "passw", "secret", "psk");
    /** References to a value, and formats such as {@code %s}, begin with these. */
    private static final String NO_VALUE = "%$'\"{(";

    private OpenText() {
    }

    /** A line that is nothing but a mark. */
    static boolean hasMark(String text) {
        Matcher mark = MARK.matcher(text);
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (text.substring(text.lastIndexOf('\n', at) + 1, at).isBlank() && mark.region(at, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** A password with its value, or a private key. */
    static boolean hasSecret(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == '=' || c == ':') && isAfterSecret(text, at) && isBeforeValue(text, at + 1)) {
                return true;
            }
        }
        return PRIVATE_KEY.matcher(text).find();
    }

    private static boolean isAfterSecret(String text, int at) {
        int end = at;
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        for (String secret : SECRETS) {
            if (text.regionMatches(true, end - secret.length(), secret, 0, secret.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBeforeValue(String text, int at) {
        int start = at;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start < text.length() && NO_VALUE.indexOf(text.charAt(start)) < 0;
    }
}
