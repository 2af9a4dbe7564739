// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import org.eclipse.jface.text.TextAttribute;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/**
 * Colours of YAML text. Each has a contrast of at least 4.5 to its background (WCAG 2.1, 1.4.3).
 *
 * @param ground  behind the text
 * @param plain   of all other text
 * @param line    of line numbers
 * @param key     of keys
 * @param text    of texts in quotes
 * @param number  of numbers, quantities and truth values
 * @param comment of comments
 */
record YamlColours(RGB ground, RGB plain, RGB line, RGB key, RGB text, RGB number, RGB comment) {

    private static final YamlColours LIGHT = new YamlColours(new RGB(0xFF, 0xFF, 0xFF), new RGB(0x1F, 0x23, 0x28),
            new RGB(0x6B, 0x72, 0x80), new RGB(0x0B, 0x4F, 0x9E), new RGB(0x0B, 0x5D, 0x3B),
            new RGB(0x8A, 0x3B, 0x00), new RGB(0x5C, 0x63, 0x6E));
    private static final YamlColours DARK = new YamlColours(new RGB(0x1E, 0x1F, 0x22), new RGB(0xDF, 0xE2, 0xE6),
            new RGB(0x8B, 0x92, 0x9C), new RGB(0x8F, 0xBC, 0xFF), new RGB(0x7F, 0xE0, 0xB0),
            new RGB(0xFF, 0xC0, 0x7A), new RGB(0xA6, 0xAD, 0xB8));

    static YamlColours of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    static TextAttribute attribute(RGB colour, boolean italic) {
        return new TextAttribute(new Color(colour), null, italic ? SWT.ITALIC : SWT.NORMAL);
    }
}
