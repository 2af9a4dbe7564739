// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quorate.report.document.Logo;

class LogoPictureTest {

    private static byte[] picture(String form, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), form, out));
        return out.toByteArray();
    }

    private static String refused(byte[] bytes) {
        return assertThrows(IllegalArgumentException.class, () -> LogoPicture.read(bytes, "Logo")).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureKeepsItsBytes(String form) throws IOException {
        byte[] bytes = picture(form, 40, 30);
        Logo logo = LogoPicture.read(bytes, "Logo");
        assertEquals(form, logo.kind().name().toLowerCase(java.util.Locale.ROOT));
        assertEquals(40, logo.width());
        assertEquals(30, logo.height());
        assertTrue(Arrays.equals(bytes, logo.bytes()));
    }

    @Test
    void otherFormsAreRefusedWhateverTheirName() throws IOException {
        assertEquals("is neither PNG nor JPEG", refused(picture("gif", 4, 4)));
        assertEquals("is neither PNG nor JPEG", refused("<svg onload='x'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertEquals("is neither PNG nor JPEG", refused(new byte[0]));
        assertEquals("is larger than 2 MiB", refused(new byte[LogoPicture.MOST_BYTES + 1]));
    }

    /** The head says 60000 x 60000: 14 GB if it were decoded. */
    @Test
    void aPictureThatWouldBeHugeIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] bytes = picture("png", 4, 4);
        ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(bytes, 12, 17);
        ByteBuffer.wrap(bytes).putInt(29, (int) sum.getValue());
        assertTrue(refused(bytes).startsWith("is 60000 x 60000 pixels large"));
        assertTrue(refused(picture("png", 4001, 1)).contains("at most 4000 x 4000"));
        assertEquals(4000, LogoPicture.read(picture("png", 4000, 1), "").width());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void aPictureThatIsCutOffIsRefused(String form) throws IOException {
        byte[] bytes = picture(form, 40, 30);
        for (int length = 8; length < bytes.length / 2; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertTrue(refused(cut).startsWith("is damaged"), length + " bytes");
        }
    }
}
