// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.quorate.report.chart.ChartMap;
import org.quorate.report.chart.ChartView;

/**
 * What the mouse does on a chart: it points; a drag draws a rubber band; with the middle button, Shift or Space it moves what is seen; the
 * wheel zooms with Ctrl, and without if the chart has the focus, as otherwise one could not scroll past it; a double click shows all.
 */
final class ChartMouse {

    /** A click may tremble by so many pixels. */
    private static final int TREMOR = 4;

    private final ChartCanvas canvas;
    private Point start;
    private Point last;
    private ChartView before;
    private boolean panning;
    private boolean space;

    ChartMouse(ChartCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseDoubleClick, event -> reset());
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseExit, event -> canvas.point(Optional.empty()));
        canvas.addListener(SWT.KeyDown, event -> space |= event.keyCode == ' ');
        canvas.addListener(SWT.KeyUp, event -> space &= event.keyCode != ' ');
        canvas.addListener(SWT.FocusOut, event -> space = false);
        canvas.addListener(SWT.KeyDown, this::giveUp);
    }

    private void down(Event event) {
        canvas.setFocus();
        Optional<ChartMap> map = canvas.lastMap();
        if (event.button == 3 || map.isEmpty() || !map.get().inside(event.x, event.y)) {
            return;
        }
        start = new Point(event.x, event.y);
        last = start;
        before = canvas.presenter().view();
        panning = event.button == 2 || (event.stateMask & SWT.SHIFT) != 0 || space;
        canvas.setCursor(canvas.getDisplay().getSystemCursor(panning ? SWT.CURSOR_SIZEALL : SWT.CURSOR_CROSS));
    }

    private void move(Event event) {
        Optional<ChartMap> map = canvas.lastMap();
        if (start == null || map.isEmpty()) {
            canvas.map().ifPresent(current -> canvas.point(current.at(event.x, event.y)));
            return;
        }
        last = new Point(event.x, event.y);
        if (panning) {
            canvas.presenter().restore(before);
            canvas.presenter().pan((start.x - event.x) / map.get().width(), (event.y - start.y) / map.get().height());
            canvas.changed();
        } else if (canvas.presenter().canZoom()) {
            canvas.overlay().band(Optional.of(band(map.get())));
            canvas.point(Optional.empty());
            canvas.redraw();
        }
    }

    private Rectangle band(ChartMap map) {
        int left = clamp(Math.min(start.x, last.x), map.left(), map.left() + map.width());
        int right = clamp(Math.max(start.x, last.x), map.left(), map.left() + map.width());
        int top = clamp(Math.min(start.y, last.y), map.top(), map.top() + map.height());
        int bottom = clamp(Math.max(start.y, last.y), map.top(), map.top() + map.height());
        return new Rectangle(left, top, right - left, bottom - top);
    }

    private static int clamp(int value, double low, double high) {
        return (int) Math.round(Math.max(low, Math.min(high, value)));
    }

    private void up(Event event) {
        if (start == null) {
            return;
        }
        boolean click = Math.abs(event.x - start.x) < TREMOR && Math.abs(event.y - start.y) < TREMOR;
        if (click && !panning) {
            canvas.map().ifPresent(map -> canvas.pick(map.at(event.x, event.y)));
        } else if (!panning) {
            canvas.lastMap().ifPresent(map -> {
                last = new Point(event.x, event.y);
                Rectangle band = band(map);
                canvas.presenter().zoomTo(across(map, band.x), upwards(map, band.y + band.height), across(map, band.x + band.width),
                        upwards(map, band.y));
                canvas.changed();
            });
        }
        end();
    }

    private void end() {
        start = null;
        panning = false;
        canvas.overlay().band(Optional.empty());
        canvas.setCursor(null);
        canvas.redraw();
    }

    /** Escape ends a drag as if it had not begun. */
    private void giveUp(Event event) {
        if (event.keyCode == SWT.ESC && start != null) {
            canvas.presenter().restore(before);
            end();
        }
    }

    private void reset() {
        end();
        canvas.presenter().reset();
        canvas.changed();
    }

    private static double across(ChartMap map, double x) {
        return (x - map.left()) / map.width();
    }

    private static double upwards(ChartMap map, double y) {
        return 1 - (y - map.top()) / map.height();
    }

    /** Beside an axis it zooms that axis alone. */
    private void wheel(Event event) {
        Optional<ChartMap> map = canvas.lastMap();
        boolean meant = canvas.isFocusControl() || (event.stateMask & SWT.MOD1) != 0;
        if (!meant || map.isEmpty() || event.count == 0 || !canvas.presenter().canZoom()) {
            return;
        }
        event.doit = false;
        double x = across(map.get(), event.x);
        double y = upwards(map.get(), event.y);
        canvas.presenter().zoom(event.count > 0, x < 0 ? Optional.empty() : Optional.of(Math.min(1, x)),
                y < 0 ? Optional.empty() : Optional.of(Math.min(1, y)));
        canvas.changed();
    }
}
