// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quorate.provision.plan.Refused;

/** Collects the reasons against an export, and the first proposal of something that is supported. Not thread-safe. */
public final class Complaints {

    private static final int LONGEST = 300;
    private static final int SHOWN = 40;
    /** No name that is allowed is nearly as long; Java's matcher recurses, and a path of 10 kB would end its stack. */
    private static final int LONGEST_NAME = 1000;

    private final List<String> reasons = new ArrayList<>();
    private String nearest;
    private boolean neither;

    /** A reason; what is not printable in it is shown as a question mark. */
    public void add(String reason) {
        reasons.add(printable(reason, LONGEST));
    }

    void add(String reason, String nearestSupported) {
        add(reason);
        if (nearest == null) {
            nearest = nearestSupported;
        }
    }

    /** A reason against both file systems: no change of options helps. */
    void addNeither(String reason) {
        add(reason);
        neither = true;
    }

    void unless(boolean good, String reason) {
        if (!good) {
            add(reason);
        }
    }

    /** A name must match entirely; what is shown of a bad one is short and printable. */
    void unlessMatches(String what, String value, Pattern pattern, String allowed) {
        if (value.length() > LONGEST_NAME || !pattern.matcher(value).matches()) {
            add(what + " " + shown(value) + " is not allowed: " + allowed);
        }
    }

    private static String shown(String value) {
        return "\"" + printable(value, SHOWN) + "\"";
    }

    /** Reasons go to terminals and pages, and may quote names that nobody has checked. */
    private static String printable(String value, int most) {
        StringBuilder text = new StringBuilder();
        value.codePoints().limit(most).forEach(c -> text.appendCodePoint(c >= ' ' && c <= '~' ? c : '?'));
        return text.append(value.length() > most ? "..." : "").toString();
    }

    /** Nothing speaks against the export. */
    public boolean isEmpty() {
        return reasons.isEmpty();
    }

    /** All reasons at once. At least one was added. */
    public Refused refused() {
        return new Refused(reasons, Optional.ofNullable(nearest), neither ? Alternatives.READING : List.of());
    }
}
