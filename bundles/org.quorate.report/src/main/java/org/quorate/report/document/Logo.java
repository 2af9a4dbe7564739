// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

/**
 * The picture of who writes a report. Immutable: the bytes are copied in and out.
 *
 * @param kind        form of the bytes
 * @param bytes       of the picture, checked to be of that form
 * @param width       in pixels, positive
 * @param height      in pixels, positive
 * @param description for those who cannot see it
 */
public record Logo(Kind kind, byte[] bytes, int width, int height, String description) {

    /** A form of pictures that all kinds of reports can hold. */
    public enum Kind { PNG, JPEG }

    public Logo {
        bytes = bytes.clone();
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a logo has a size");
        }
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
