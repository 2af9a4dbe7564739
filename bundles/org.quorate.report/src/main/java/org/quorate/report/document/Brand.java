// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a report looks like its writer's. Immutable.
 *
 * @param logo   on the cover; absent: none
 * @param accent colour of titles and rules, {@code #rrggbb} in lower case; dark enough for text on white paper
 * @param styles of reports for word processors; absent: those of the program
 */
public record Brand(Optional<Logo> logo, String accent, Optional<HouseStyles> styles) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** Of reports that say nothing of it. */
    public static final Brand NONE = new Brand(Optional.empty(), "#0b4f9e");

    /** With the program's styles. */
    public Brand(Optional<Logo> logo, String accent) {
        this(logo, accent, Optional.empty());
    }

    public Brand {
        if (!COLOUR.matcher(accent).matches()) {
            throw new IllegalArgumentException("not a colour: " + accent);
        }
    }
}
