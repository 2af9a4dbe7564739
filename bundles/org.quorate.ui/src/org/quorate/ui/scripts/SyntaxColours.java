// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/**
 * Colours of previews and of differences. Each has a contrast of at least 4.5 to its background (WCAG 2.1, 1.4.3).
 *
 * @param ground  behind the text
 * @param plain   of all other text
 * @param line    of line numbers
 * @param keyword of keywords, keys and what is strong
 * @param text    of texts in quotes and of code
 * @param name    of variables
 * @param comment of comments
 * @param added   ground of lines that are added
 * @param removed ground of lines that are removed
 */
record SyntaxColours(RGB ground, RGB plain, RGB line, RGB keyword, RGB text, RGB name, RGB comment, RGB added, RGB removed) {

    private static final SyntaxColours LIGHT = new SyntaxColours(new RGB(0xFF, 0xFF, 0xFF), new RGB(0x1F, 0x23, 0x28), new RGB(0x6B, 0x72, 0x80),
            new RGB(0x0B, 0x4F, 0x9E), new RGB(0x0B, 0x5D, 0x3B), new RGB(0x8A, 0x3B, 0x00), new RGB(0x5C, 0x63, 0x6E),
            new RGB(0xDD, 0xF4, 0xE2), new RGB(0xFD, 0xE2, 0xE1));
    private static final SyntaxColours DARK = new SyntaxColours(new RGB(0x1E, 0x1F, 0x22), new RGB(0xDF, 0xE2, 0xE6), new RGB(0x8B, 0x92, 0x9C),
            new RGB(0x8F, 0xBC, 0xFF), new RGB(0x7F, 0xE0, 0xB0), new RGB(0xFF, 0xC0, 0x7A), new RGB(0xA6, 0xAD, 0xB8),
            new RGB(0x1B, 0x3F, 0x2A), new RGB(0x55, 0x26, 0x26));

    static SyntaxColours of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    TextAttribute attribute(SyntaxScanner.Role role) {
        return switch (role) {
            case COMMENT -> new TextAttribute(new Color(comment), null, SWT.ITALIC);
            case TEXT, CODE -> new TextAttribute(new Color(text), null, SWT.NORMAL);
            case KEYWORD -> new TextAttribute(new Color(keyword), null, SWT.NORMAL);
            case NAME -> new TextAttribute(new Color(name), null, SWT.NORMAL);
            case HEADING -> new TextAttribute(new Color(keyword), null, SWT.BOLD);
        };
    }
}
