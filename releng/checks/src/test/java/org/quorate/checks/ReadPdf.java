// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Poppler says of a PDF, without the line at the foot of each page.
 *
 * @param pages  text of each
 * @param shots  picture of each
 * @param fonts  a line each: name, kind, whether it is inside and so on
 * @param images how many pictures of pixels are shown
 * @param info   title, author and so on, a line each
 */
record ReadPdf(List<String> pages, List<Shot> shots, List<String> fonts, long images, List<String> info) {

    /**
     * A page in shades of grey.
     *
     * @param wide   in pixels
     * @param high   in pixels
     * @param shades row by row, 255 is white
     */
    record Shot(int wide, int high, byte[] shades) {

        private static final int INK = 200;

        /** Of a file of the kind P5 (netpbm's pgm). */
        static Shot read(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            String[] header = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1).split("\\s", 5);
            int wide = Integer.parseInt(header[1]);
            int high = Integer.parseInt(header[2]);
            byte[] shades = new byte[wide * high];
            System.arraycopy(bytes, bytes.length - shades.length, shades, 0, shades.length);
            return new Shot(wide, high, shades);
        }

        /** Share of the pixels with ink on them, within parts of the page given as shares of its width and height. */
        double ink(double left, double top, double right, double bottom) {
            int inked = 0;
            int seen = 0;
            for (int y = (int) (top * high); y < (int) (bottom * high); y++) {
                for (int x = (int) (left * wide); x < (int) (right * wide); x++) {
                    inked += (shades[y * wide + x] & 0xFF) < INK ? 1 : 0;
                    seen++;
                }
            }
            return (double) inked / seen;
        }
    }

    /** Of the files that {@code read-reports.sh} has left. */
    static ReadPdf of(Path folder, String name) throws IOException {
        List<Shot> shots = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches(name + "-\\d+\\.pgm")).sorted().toList()) {
                shots.add(Shot.read(file));
            }
        }
        List<String> pages = List.of(Files.readString(folder.resolve(name + ".txt")).split("\f"));
        List<String> fonts = Files.readAllLines(folder.resolve(name + ".fonts")).stream().skip(2).toList();
        long images = Files.readAllLines(folder.resolve(name + ".images")).stream().filter(line -> line.matches("\\s*\\d+\\s+\\d+\\s+image .*"))
                .count();
        return new ReadPdf(pages, shots, fonts, images, Files.readAllLines(folder.resolve(name + ".info")));
    }
}
