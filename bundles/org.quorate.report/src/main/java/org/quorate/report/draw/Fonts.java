// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;

/**
 * The two faces that charts are measured and drawn with: Liberation Sans from this bundle, so that layout does not
 * depend on the machine's fonts.
 *
 * @param regular for everything
 * @param bold    for titles
 * @param squares what they have no glyph for is drawn as a square, else as the reader's or the machine's fonts have it
 */
record Fonts(Font regular, Font bold, boolean squares) {

    /** White square, which both faces have. */
    private static final int SQUARE = 0x25A1;

    /** Generic fallback for SVG: Arial and Helvetica have the widths of Liberation Sans. */
    static final String SVG_FAMILY = "\"Liberation Sans\",Arial,Helvetica,sans-serif";

    static Fonts load() {
        return new Fonts(load(ReportFonts.REGULAR), load(ReportFonts.BOLD), false);
    }

    /** These fonts if they have a glyph for every character, else the machine's own. */
    Fonts fitFor(Collection<String> texts) {
        if (texts.stream().allMatch(text -> regular.canDisplayUpTo(text) < 0)) {
            return this;
        }
        return new Fonts(new Font(Font.SANS_SERIF, Font.PLAIN, 1), new Font(Font.SANS_SERIF, Font.BOLD, 1), false);
    }

    /** The same for paper, where no other font is at hand. */
    Fonts withSquares() {
        return new Fonts(regular, bold, true);
    }

    /** The text as it is drawn: both faces have the same glyphs. */
    String shown(String text) {
        return squares ? text.codePoints().map(c -> regular.canDisplay(c) ? c : SQUARE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString() : text;
    }

    private static Font load(String resource) {
        try (InputStream in = ReportFonts.open(resource)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + resource + " of this installation is damaged", e);
        } catch (IOException | InternalError | NoClassDefFoundError | UnsatisfiedLinkError e) {
            // What OpenJDK throws, depending on its version, on Linux without a single font or without libfreetype.
            throw new IllegalStateException("Java cannot draw text on this machine: install fontconfig and any font, "
                    + "for example the package fonts-dejavu-core", e);
        }
    }
}
