// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.document;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario as it was edited and not stored yet: enough to bring it back after a crash.
 *
 * @param file    where it is stored; empty if it never was
 * @param title   of its tab while it has no file
 * @param base    SHA-256 of the file that was edited, in hexadecimal digits, to notice changes by others; empty if there is none
 * @param edited  time of the last edit that is in it
 * @param text    as it was edited
 * @param refused values that were entered and that the text does not hold, by path, in the order of their entry
 */
public record Recovery(Optional<Path> file, String title, String base, Instant edited, String text, Map<String, String> refused) {

    public Recovery {
        refused = new LinkedHashMap<>(refused);
    }

    /**
     * Of a session as it is now.
     *
     * @param base   digest of the file
     * @param edited now
     */
    public static Recovery of(ScenarioSession session, Optional<Path> file, String title, String base, Instant edited) {
        Map<String, String> values = new LinkedHashMap<>();
        session.refused().forEach((path, value) -> values.put(path, value.value()));
        return new Recovery(file, title, base, edited, session.text(), values);
    }

    /** The same but for the time; null never is. */
    boolean sameWorkAs(Recovery other) {
        return other != null && text.equals(other.text) && refused.equals(other.refused) && file.equals(other.file)
                && base.equals(other.base);
    }

    /** What people know it by. */
    public String name() {
        return file.map(Path::toString).orElse(title);
    }
}
