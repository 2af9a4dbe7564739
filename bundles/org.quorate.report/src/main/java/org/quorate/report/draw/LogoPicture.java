// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.quorate.report.document.Logo;

/** Reads logos, PNG or JPEG. Pure functions. */
public final class LogoPicture {

    /** A logo is small; the report carries it as it is. */
    public static final int MOST_BYTES = 2 << 20;
    /** Read from the head of the picture before any of it is decoded: a small file can stand for gigabytes. */
    private static final int MOST_PIXELS = 4000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private LogoPicture() {
    }

    /**
     * Reads a picture as a whole, so that no renderer finds it broken.
     *
     * @param bytes       at most {@value #MOST_BYTES}
     * @param description for those who cannot see it
     * @throws IllegalArgumentException with what is wrong, half a sentence for the user
     */
    public static Logo read(byte[] bytes, String description) {
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException("is larger than " + (MOST_BYTES >> 20) + " MiB");
        }
        Logo.Kind kind = kind(bytes);
        ImageReader reader = reader(kind);
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > MOST_PIXELS || height > MOST_PIXELS) {
                throw new IllegalArgumentException("is " + width + " x " + height + " pixels large, and at most " + MOST_PIXELS + " x "
                        + MOST_PIXELS + " are possible");
            }
            BufferedImage image = reader.read(0);
            return new Logo(kind, bytes, image.getWidth(), image.getHeight(), description);
        } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException | IllegalStateException e) {
            throw new IllegalArgumentException("is damaged, or has colours that screens do not have (CMYK)", e);
        } finally {
            reader.dispose();
        }
    }

    private static Logo.Kind kind(byte[] bytes) {
        if (startsWith(bytes, PNG)) {
            return Logo.Kind.PNG;
        }
        if (startsWith(bytes, JPEG)) {
            return Logo.Kind.JPEG;
        }
        throw new IllegalArgumentException("is neither PNG nor JPEG");
    }

    private static boolean startsWith(byte[] bytes, byte[] head) {
        if (bytes.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if (bytes[i] != head[i]) {
                return false;
            }
        }
        return true;
    }

    private static ImageReader reader(Logo.Kind kind) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
        return readers.next();
    }
}
