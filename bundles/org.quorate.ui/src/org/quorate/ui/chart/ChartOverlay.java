// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.quorate.report.chart.ChartMap;
import org.quorate.report.chart.ChartView;
import org.quorate.report.chart.Ink;
import org.quorate.report.chart.Palette;
import org.quorate.report.chart.Reading;
import org.quorate.report.chart.Spot;
import org.quorate.report.chart.Window;

/** Paints the picture of a chart, and over it what is pointed at and the rubber band. Used in the user interface's thread. */
final class ChartOverlay {

    private static final int MARGIN = 8;
    /** From what is pointed at to the words about it. */
    private static final int AWAY = 14;
    private static final int FAINT = 48;

    private Rectangle band;

    /** @param area absent: there is no rubber band */
    void band(Optional<Rectangle> area) {
        band = area.orElse(null);
    }

    void paint(GC gc, Point size, ChartCanvas.Shown shown, ChartView view, Optional<Spot> spot, Palette palette) {
        gc.drawImage(shown.image(), 0, 0);
        boolean turned = shown.view().turnedX() != view.turnedX() || shown.view().turnedY() != view.turnedY();
        if (!shown.view().equals(view) && !turned) {
            stretch(gc, shown, view, palette);
        }
        spot.ifPresent(place -> {
            cross(gc, shown.map(), place, palette);
            tip(gc, size, place, palette);
        });
        if (band != null) {
            gc.setForeground(colour(palette, Ink.TEXT));
            gc.setBackground(colour(palette, Ink.SERIES_1));
            gc.setAlpha(FAINT);
            gc.fillRectangle(band);
            gc.setAlpha(255);
            gc.drawRectangle(band);
        }
    }

    private static Color colour(Palette palette, Ink ink) {
        int rgb = palette.colour(ink);
        return new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** The part of the last picture that is seen in the new view, where it will be seen; its axes stay until the next picture. */
    private static void stretch(GC gc, ChartCanvas.Shown shown, ChartView view, Palette palette) {
        ChartMap map = shown.map();
        Rectangle area = new Rectangle((int) map.left(), (int) map.top(), (int) Math.ceil(map.width()), (int) Math.ceil(map.height()));
        gc.setBackground(colour(palette, Ink.BACKGROUND));
        gc.fillRectangle(area);
        double[] x = overlap(shown.view().x(), view.x());
        double[] y = overlap(shown.view().y(), view.y());
        if (x[1] <= x[0] || y[1] <= y[0]) {
            return;
        }
        Rectangle from = part(area, shown.view(), x, y);
        Rectangle to = part(area, view, x, y);
        Image image = shown.image();
        if (from.width > 0 && from.height > 0 && to.width > 0 && to.height > 0) {
            gc.drawImage(image, from.x, from.y, from.width, from.height, to.x, to.y, to.width, to.height);
        }
    }

    private static double[] overlap(Window first, Window second) {
        return new double[] {Math.max(first.from(), second.from()), Math.min(first.to(), second.to())};
    }

    private static Rectangle part(Rectangle area, ChartView view, double[] x, double[] y) {
        double left = (x[0] - view.x().from()) / view.x().length();
        double right = (x[1] - view.x().from()) / view.x().length();
        double bottom = (y[0] - view.y().from()) / view.y().length();
        double top = (y[1] - view.y().from()) / view.y().length();
        return new Rectangle(area.x + (int) Math.round(left * area.width), area.y + (int) Math.round((1 - top) * area.height),
                (int) Math.round((right - left) * area.width), (int) Math.round((top - bottom) * area.height));
    }

    /** Lines through a point from edge to edge, or a frame around an area. */
    private static void cross(GC gc, ChartMap map, Spot spot, Palette palette) {
        gc.setForeground(colour(palette, Ink.TEXT));
        int x = (int) Math.round(spot.x());
        int y = (int) Math.round(spot.y());
        if (spot.point()) {
            gc.setAlpha(140);
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawLine(x, (int) map.top(), x, (int) (map.top() + map.height()));
            gc.drawLine((int) map.left(), y, (int) (map.left() + map.width()), y);
            gc.setLineStyle(SWT.LINE_SOLID);
            gc.setAlpha(255);
            gc.setAntialias(SWT.ON);
            gc.setLineWidth(2);
            gc.drawOval(x - 6, y - 6, 12, 12);
        } else {
            gc.setLineWidth(2);
            gc.drawRectangle(x, y, (int) Math.round(spot.width()), (int) Math.round(spot.height()));
        }
        gc.setLineWidth(1);
    }

    /** In the colours of text and background exchanged, so that it is told from what is below. */
    private static void tip(GC gc, Point size, Spot spot, Palette palette) {
        List<String> lines = new ArrayList<>(spot.readings().stream().map(Reading::line).toList());
        gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        Point name = gc.textExtent(spot.name());
        gc.setFont(JFaceResources.getDefaultFont());
        int line = gc.getFontMetrics().getHeight() + 2;
        int width = Math.max(name.x, lines.stream().mapToInt(text -> gc.textExtent(text).x).max().orElse(0)) + 2 * MARGIN;
        int height = name.y + 2 + lines.size() * line + 2 * MARGIN - 4;
        Rectangle box = beside(size, spot, width, height);
        gc.setBackground(colour(palette, Ink.TEXT));
        gc.setForeground(colour(palette, Ink.BACKGROUND));
        gc.fillRoundRectangle(box.x, box.y, width, height, 6, 6);
        gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        gc.drawText(spot.name(), box.x + MARGIN, box.y + MARGIN - 2, true);
        gc.setFont(JFaceResources.getDefaultFont());
        int y = box.y + MARGIN + name.y;
        for (String text : lines) {
            gc.drawText(text, box.x + MARGIN, y, true);
            y += line;
        }
    }

    /** Right of what it is about and below; where there is no room, on the other side; never beyond the edges. */
    private static Rectangle beside(Point size, Spot spot, int width, int height) {
        int right = (int) (spot.x() + (spot.point() ? 0 : spot.width() / 2)) + AWAY;
        int left = (int) spot.x() - AWAY - width;
        int below = (int) (spot.y() + spot.height()) + (spot.point() ? AWAY : 4);
        int above = (int) spot.y() - (spot.point() ? AWAY : 4) - height;
        int x = right + width <= size.x || left < 0 ? right : left;
        int y = below + height <= size.y || above < 0 ? below : above;
        return new Rectangle(Math.max(0, Math.min(x, size.x - width)), Math.max(0, Math.min(y, size.y - height)), width, height);
    }
}
