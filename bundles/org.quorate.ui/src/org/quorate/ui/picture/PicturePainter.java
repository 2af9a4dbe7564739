// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.picture;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.quorate.ui.picture.ClusterPicture.Wire;
import org.quorate.ui.picture.Shape.Box;

/** Draws a picture of a cluster. Works in points, so that it is sharp at every scale. */
final class PicturePainter {

    private static final int ARC = 8;
    private static final int PADDING = 8;
    private static final int MARK = 14;
    private static final String ELLIPSIS = "\u2026";

    private final GC gc;
    private final PictureColours colours;
    private final Font plain;
    private final Font bold;

    PicturePainter(GC gc, PictureColours colours, Font plain, Font bold) {
        this.gc = gc;
        this.colours = colours;
        this.plain = plain;
        this.bold = bold;
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
    }

    /** @param focused the chosen shape has the keyboard */
    void paint(ClusterPicture picture, Optional<Shape> chosen, Rectangle area, boolean focused) {
        gc.setBackground(colours.ground());
        gc.fillRectangle(area);
        gc.setLineWidth(2);
        for (Wire wire : picture.wires()) {
            gc.setForeground(wire.storage() ? colours.storage() : colours.network());
            gc.drawLine(wire.x1(), wire.y1(), wire.x2(), wire.y2());
        }
        picture.shapes().forEach(shape -> paint(shape, chosen.filter(shape::equals).isPresent(), focused));
    }

    private void paint(Shape shape, boolean chosen, boolean focused) {
        Box box = shape.bounds();
        gc.setBackground(chosen ? colours.marked() : shape.kind() == Shape.Kind.LUN ? colours.group() : colours.card());
        gc.fillRoundRectangle(box.x(), box.y(), box.width(), box.height(), ARC, ARC);
        gc.setForeground(chosen ? colours.chosen() : border(shape));
        gc.setLineWidth(chosen ? 2 : 1);
        gc.drawRoundRectangle(box.x(), box.y(), box.width(), box.height(), ARC, ARC);
        texts(shape);
        shape.problem().ifPresent(problem -> mark(box, problem));
        if (chosen && focused) {
            gc.setForeground(colours.text());
            gc.setLineWidth(1);
            gc.setLineStyle(SWT.LINE_DOT);
            gc.drawRoundRectangle(box.x() + 3, box.y() + 3, box.width() - 6, box.height() - 6, ARC, ARC);
            gc.setLineStyle(SWT.LINE_SOLID);
        }
    }

    private Color border(Shape shape) {
        return switch (shape.kind()) {
            case NETWORK -> colours.network();
            case PORTAL, LUN -> colours.storage();
            default -> colours.border();
        };
    }

    private void texts(Shape shape) {
        Box box = shape.bounds();
        int room = box.width() - 2 * PADDING - (shape.problem().isPresent() ? MARK : 0);
        gc.setFont(bold);
        FontMetrics metrics = gc.getFontMetrics();
        int line = metrics.getHeight();
        boolean group = shape.kind() == Shape.Kind.LUN;
        int all = line * (1 + shape.lines().size());
        int y = group ? box.y() + 6 : box.y() + Math.max(1, (box.height() - all) / 2);
        gc.setForeground(colours.text());
        gc.drawText(fitted(shape.title(), room), box.x() + PADDING, y, true);
        gc.setFont(plain);
        gc.setForeground(colours.detail());
        for (String text : shape.lines()) {
            y += line;
            gc.drawText(fitted(text, room), box.x() + PADDING, y, true);
        }
    }

    private void mark(Box box, Shape.Problem problem) {
        int x = box.x() + box.width() - MARK - 4;
        int y = box.y() + 4;
        gc.setBackground(problem.error() ? colours.error() : colours.warning());
        gc.fillOval(x, y, MARK, MARK);
        gc.setForeground(colours.ground());
        gc.setFont(bold);
        int width = gc.textExtent("!").x;
        gc.drawText("!", x + (MARK - width) / 2, y + (MARK - gc.getFontMetrics().getHeight()) / 2, true);
    }

    /** As much of a text as there is room for. */
    private String fitted(String text, int room) {
        if (gc.textExtent(text).x <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && gc.textExtent(text.substring(0, end) + ELLIPSIS).x > room) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }
}
