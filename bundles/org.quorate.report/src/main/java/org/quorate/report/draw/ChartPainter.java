// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.quorate.report.chart.BarChart;
import org.quorate.report.chart.ChartImage;
import org.quorate.report.chart.ChartMap;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.ClusterChart;
import org.quorate.report.chart.DrawnChart;
import org.quorate.report.chart.HeatChart;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;
import org.quorate.report.chart.ScatterChart;
import org.quorate.report.chart.SequenceChart;
import org.quorate.report.chart.SpanChart;

/**
 * Draws charts to SVG and to pixels. The same chart, size and palette give the same SVG on every machine, and the same
 * pixels with the same Java. Immutable, thread-safe; making one reads two fonts, so keep it.
 *
 * <p><b>No display is needed or touched.</b> AWT decides once in a JVM whether it runs headless. The constructor makes
 * it decide for headless, unless the host has set the system property {@code java.awt.headless} itself: see
 * {@link Headless}. Nothing happens when this class is merely loaded.
 */
public final class ChartPainter {

    private static final int LINE_CHART_HEIGHT = 300;
    /** Nearly square at half the width of a page. */
    private static final int SCATTER_CHART_HEIGHT = 460;
    private static final int BAR_ROW = 23;
    /** The axis with its title, and margins. */
    private static final int AROUND_ROWS = 56;
    private static final int AROUND_CELLS = 70;
    private static final int AROUND_PLAIN = 18;
    private static final int LEGEND_LINE = 20;
    private static final int TITLE = 30;
    /** Heights of all cells of a heat map together, of the lowest and of the highest cell. */
    private static final int CELLS = 480;
    private static final int LEAST_CELL = 16;
    private static final int MOST_CELL = 44;

    private final Fonts fonts;

    /**
     * Loads the fonts.
     *
     * @throws IllegalStateException if Java cannot draw text on this machine: the message says what to install
     */
    public ChartPainter() {
        Headless.ensure();
        fonts = Fonts.load();
    }

    /** A height that suits the chart with its title at that width, in the same unit. */
    public int heightFor(ChartSpec chart, int width) {
        return heightOf(chart, width) + TITLE;
    }

    /** A height that suits the chart without its title at that width, in the same unit. */
    public int heightOf(ChartSpec chart, int width) {
        int legend = LEGEND_LINE * new ChartFrame(new Look(Palette.LIGHT, fonts, false, width)).legendLines(chart);
        if (chart instanceof BarChart bars) {
            return AROUND_ROWS + bars.rows() * BAR_ROW + legend;
        }
        if (chart instanceof SpanChart spans) {
            return AROUND_ROWS + spans.rows() * BAR_ROW + legend;
        }
        if (chart instanceof HeatChart cells) {
            int rows = cells.y().labels().size();
            return AROUND_CELLS + rows * Math.max(LEAST_CELL, Math.min(MOST_CELL, CELLS / rows)) + legend;
        }
        if (chart instanceof SequenceChart sequence) {
            return (int) Math.ceil(SequencePlot.height(sequence)) + AROUND_PLAIN + legend;
        }
        if (chart instanceof ClusterChart cluster) {
            return (int) Math.ceil(ClusterPlot.height(cluster)) + AROUND_PLAIN;
        }
        return chart instanceof ScatterChart ? SCATTER_CHART_HEIGHT : LINE_CHART_HEIGHT;
    }

    /**
     * A document of its own, with title and background.
     *
     * @param width  pixels, 160 and up
     * @param height pixels, 120 and up
     */
    public String svg(ChartSpec chart, int width, int height, Palette palette) {
        String svg = element(chart, new Look(SvgTree.placeholders(), fonts, true, width), height,
                ink -> String.format(Locale.ROOT, "#%06x", palette.colour(ink)));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg + "\n";
    }

    /**
     * An element to stand inside a page, without title and background. The page decides its colours: each is a CSS
     * variable, see {@link #variable}.
     *
     * @param width pixels, 160 and up; the height follows
     */
    public String inlineSvg(ChartSpec chart, int width) {
        return element(chart, new Look(SvgTree.placeholders(), fonts, false, width), heightOf(chart, width),
                ink -> "var(" + variable(ink) + ")");
    }

    /** The CSS variable of an ink in {@link #inlineSvg}, for example {@code --ink-text}. */
    public static String variable(Ink ink) {
        return "--ink-" + ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String element(ChartSpec chart, Look look, int height, Function<Ink, String> css) {
        SvgCanvas canvas = new SvgCanvas(chart.id() + "-");
        new ChartFrame(look).chart(chart).draw(canvas, new Rectangle2D.Double(0, 0, look.width(), height));
        return new SvgTree(canvas, look.fonts(), css).finished(chart.id() + "-svg", look.width(), height);
    }

    /**
     * How wide a text is on one line in the faces of this bundle, in their size: an em is 1.
     *
     * @param bold in the bold face
     */
    public double widthOf(String text, boolean bold) {
        return Look.width(text, bold ? fonts.bold() : fonts.regular());
    }

    /**
     * On paper, without title and background. The fonts are those of this bundle, "Liberation Sans", so that text stays
     * text where the canvas has them; what they have no glyph for is a square.
     *
     * @param canvas of that width and {@link #heightOf} it, from 0, 0
     */
    public void drawOnPaper(ChartSpec chart, Graphics2D canvas, int width, Palette palette) {
        draw(new Look(palette, fonts.withSquares(), false, width), chart, canvas);
    }

    private void draw(Look look, ChartSpec chart, Graphics2D canvas) {
        int width = look.width();
        new ChartFrame(look).chart(chart).draw(canvas, new Rectangle2D.Double(0, 0, width, heightOf(chart, width)));
    }

    /**
     * Pixels, with title and background.
     *
     * @param width  in points of the screen, 160 and up
     * @param height in points of the screen, 120 and up
     * @param scale  pixels a point, for example 2 on a high-resolution screen; more than 0
     */
    public ChartImage image(ChartSpec chart, int width, int height, double scale, Palette palette) {
        return drawn(chart, width, height, scale, palette).image();
    }

    /**
     * The same, and what is where in it.
     *
     * @param width  in points of the screen, 160 and up
     * @param height in points of the screen, 120 and up
     * @param scale  pixels a point, for example 2 on a high-resolution screen; more than 0
     */
    public DrawnChart drawn(ChartSpec chart, int width, int height, double scale, Palette palette) {
        int pixelsWide = (int) Math.round(width * scale);
        int pixelsHigh = (int) Math.round(height * scale);
        BufferedImage image = new BufferedImage(pixelsWide, pixelsHigh, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smooth(image, width, height);
        Look look = new Look(palette, fonts.fitFor(ChartFrame.texts(chart)), true, width);
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        JFreeChart frame = new ChartFrame(look).chart(chart);
        frame.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        graphics.dispose();
        int[] argb = image.getRGB(0, 0, pixelsWide, pixelsHigh, null, 0, pixelsWide);
        ChartMap map = new MapMaker(frame.getPlot(), info.getPlotInfo().getDataArea()).map(chart);
        return new DrawnChart(new ChartImage(pixelsWide, pixelsHigh, argb), map);
    }

    /**
     * A file in the format PNG, with title and background. Its size is that which is asked for, whatever screen there is.
     *
     * @param width  pixels at scale 1, 160 and up
     * @param height pixels at scale 1, 120 and up
     * @param scale  pixels in place of one, for example 2 for print; more than 0
     */
    public byte[] png(ChartSpec chart, int width, int height, double scale, Palette palette) {
        ChartImage drawn = image(chart, width, height, scale, palette);
        BufferedImage image = new BufferedImage(drawn.width(), drawn.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, drawn.width(), drawn.height(), drawn.argb(), 0, drawn.width());
        return encoded(image);
    }

    /**
     * A file in the format PNG, without title, on the background of the palette. Its height is {@link #heightOf} it.
     *
     * @param width pixels at scale 1, 160 and up
     * @param scale pixels in place of one, for example 2 for print; more than 0
     */
    public byte[] untitledPng(ChartSpec chart, int width, double scale, Palette palette) {
        int height = heightOf(chart, width);
        BufferedImage image = new BufferedImage((int) Math.round(width * scale), (int) Math.round(height * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image, width, height);
        graphics.setColor(new Color(palette.colour(Ink.BACKGROUND)));
        graphics.fillRect(0, 0, width, height);
        draw(new Look(palette, fonts.fitFor(ChartFrame.texts(chart)), false, width), chart, graphics);
        graphics.dispose();
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static Graphics2D smooth(BufferedImage image, int width, int height) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(image.getWidth() / (double) width, image.getHeight() / (double) height);
        return graphics;
    }
}
