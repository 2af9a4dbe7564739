// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mainline release such as 5.15, with its place in the row of releases. */
record KernelVersion(int major, int minor) {

    private static final Pattern RELEASE = Pattern.compile("([456])\\.(0|[1-9][0-9]?)");

    /** Nothing if the text is no release from 4.0 to 6.12. */
    static Optional<KernelVersion> of(String text) {
        Matcher matcher = RELEASE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        KernelVersion version = new KernelVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        return version.minor <= last(version.major) ? Optional.of(version) : Optional.empty();
    }

    private static int last(int major) {
        return switch (major) {
            case 4 -> 20;
            case 5 -> 19;
            default -> 12;
        };
    }

    /** Number of releases since 4.0: 4.20 was followed by 5.0, 5.19 by 6.0. */
    int place() {
        return switch (major) {
            case 4 -> minor;
            case 5 -> 21 + minor;
            default -> 41 + minor;
        };
    }
}
