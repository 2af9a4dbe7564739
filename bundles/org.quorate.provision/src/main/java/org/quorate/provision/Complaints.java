// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects the reasons against an export, and the first proposal of something that is supported. Not thread-safe. */
final class Complaints {

    private final List<String> reasons = new ArrayList<>();
    private String nearest;

    void add(String reason) {
        reasons.add(reason);
    }

    void add(String reason, String nearestSupported) {
        reasons.add(reason);
        if (nearest == null) {
            nearest = nearestSupported;
        }
    }

    void unless(boolean good, String reason) {
        if (!good) {
            add(reason);
        }
    }

    /** A name must match entirely; what is shown of a bad one is short and printable. */
    void unlessMatches(String what, String value, Pattern pattern, String allowed) {
        if (!pattern.matcher(value).matches()) {
            add(what + " " + shown(value) + " is not allowed: " + allowed);
        }
    }

    private static String shown(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().limit(40).forEach(c -> text.appendCodePoint(c >= ' ' && c <= '~' ? c : '?'));
        return text.append(value.length() > 40 ? "...\"" : "\"").toString();
    }

    boolean isEmpty() {
        return reasons.isEmpty();
    }

    Refused refused() {
        return new Refused(reasons, Optional.ofNullable(nearest));
    }
}
