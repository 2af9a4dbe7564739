// SPDX-License-Identifier: EPL-2.0

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws the product's SVG as the icons that file managers want: PNG in the sizes of Linux, and an icns file for macOS. Run as a single
 * file with the product's own JSVG on the class path: {@code java -cp JSVG.jar Icons.java SVG FOLDER}.
 */
final class Icons {

    /** Pixels, in the order of {@link #ICNS_TYPES}. */
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512, 1024);
    /** The type of the PNG of each size in an icns file; there is none for 48. */
    private static final List<String> ICNS_TYPES = List.of("icp4", "icp5", "", "icp6", "ic07", "ic08", "ic09", "ic10");
    private static final int LARGEST_OF_LINUX = 512;
    private static final int HEADER = 8;

    private Icons() {
    }

    /** Draws. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        SVGDocument drawing = new SVGLoader().load(Path.of(arguments[0]).toUri().toURL());
        if (drawing == null) {
            throw new IOException(arguments[0] + " is no SVG");
        }
        List<byte[]> pictures = new ArrayList<>();
        for (int size : SIZES) {
            byte[] picture = png(drawing, size);
            pictures.add(picture);
            if (size <= LARGEST_OF_LINUX) {
                Files.write(folder.resolve(size + ".png"), picture);
            }
        }
        Files.write(folder.resolve("quorate.icns"), icns(pictures));
    }

    private static byte[] png(SVGDocument drawing, int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.render(null, graphics, new ViewBox(size, size));
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** A sequence of (type, length, PNG), lengths with their headers, numbers big-endian. */
    private static byte[] icns(List<byte[]> pictures) throws IOException {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(entries);
        for (int i = 0; i < pictures.size(); i++) {
            if (!ICNS_TYPES.get(i).isEmpty()) {
                entry(out, ICNS_TYPES.get(i), pictures.get(i));
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        entry(new DataOutputStream(file), "icns", entries.toByteArray());
        return file.toByteArray();
    }

    private static void entry(DataOutputStream out, String type, byte[] content) throws IOException {
        out.write(type.getBytes(StandardCharsets.US_ASCII));
        out.writeInt(HEADER + content.length);
        out.write(content);
    }
}
