// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.picture;

import org.eclipse.swt.graphics.Color;

/**
 * Colours of the picture of a cluster. Texts have a contrast of at least 4.5 to what they stand on, lines and borders of 3 (WCAG 2.1, 1.4.3
 * and 1.4.11).
 *
 * @param ground   behind everything
 * @param card     of a box
 * @param group    of a box with boxes inside
 * @param border   of a box
 * @param text     of names
 * @param detail   of what stands below them
 * @param network  of wires that carry messages
 * @param storage  of wires that carry data
 * @param chosen   around the chosen box
 * @param marked   of the chosen box
 * @param error    of a mark
 * @param warning  of a mark
 */
record PictureColours(Color ground, Color card, Color group, Color border, Color text, Color detail, Color network, Color storage,
        Color chosen, Color marked, Color error, Color warning) {

    static PictureColours of(boolean dark) {
        return dark ? new PictureColours(rgb(0x1E1F22), rgb(0x2B2E33), rgb(0x25272B), rgb(0x7D858F), rgb(0xECEFF2), rgb(0xB4BBC5),
                rgb(0x6FA8FF), rgb(0xF0A35E), rgb(0x6FC5EE), rgb(0x1F3A52), rgb(0xFF8A80), rgb(0xE8B84A))
                : new PictureColours(rgb(0xFFFFFF), rgb(0xF6F8FA), rgb(0xFBFCFD), rgb(0x868E99), rgb(0x1F2328), rgb(0x545C66),
                        rgb(0x2F6FD0), rgb(0xB45A0C), rgb(0x0B5FBF), rgb(0xDCEBFB), rgb(0xB3261E), rgb(0x8A5A00));
    }

    private static Color rgb(int value) {
        return new Color(value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF);
    }
}
