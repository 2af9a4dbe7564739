// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.io.InputStream;

/** The font files of this bundle: Liberation, under the SIL Open Font License 1.1. */
public final class ReportFonts {

    /** Family of the faces for everything but commands. */
    public static final String SANS = "Liberation Sans";
    /** Family of the face for commands. */
    public static final String FIXED = "Liberation Mono";

    public static final String REGULAR = "LiberationSans-Regular.ttf";
    public static final String BOLD = "LiberationSans-Bold.ttf";
    public static final String MONO = "LiberationMono-Regular.ttf";

    private ReportFonts() {
    }

    /**
     * Opens a face, as TrueType.
     *
     * @throws IllegalStateException if this installation lacks it
     */
    public static InputStream open(String face) {
        InputStream in = ReportFonts.class.getResourceAsStream("liberation/" + face);
        if (in == null) {
            throw new IllegalStateException("the font " + face + " is missing from this installation");
        }
        return in;
    }
}
