// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.quorate.report.chart.ChartMap;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.ChartView;
import org.quorate.report.chart.DrawnChart;
import org.quorate.report.chart.Palette;
import org.quorate.report.chart.Spot;
import org.quorate.report.draw.ChartPainter;
import org.quorate.ui.ViewTools;

/**
 * Shows a chart that the report bundle draws, and lets one look closer, point at data and take them along. The drawing happens in the
 * background, in the display's real pixels, and again when what is seen, the size, the scale or the theme changes; meanwhile the last
 * picture stays, stretched to where its data will be. Used in the user interface's thread.
 */
public final class ChartCanvas extends Canvas {

    /** What the painter can draw. */
    private static final int LEAST_WIDTH = 160;
    private static final int LEAST_HEIGHT = 120;

    /** What a picture depends on. */
    private record Wish(ChartSpec seen, int width, int height, int zoom, RGB background) {
    }

    /** A picture, and how one looked at the chart when it was drawn. */
    record Shown(ChartView view, ChartMap map, Image image) {
    }

    private final ChartPresenter presenter;
    private final ChartPainter painter;
    private final ChartOverlay overlay = new ChartOverlay();
    private Optional<Consumer<Spot>> pick = Optional.empty();
    private Optional<Spot> spot = Optional.empty();
    private boolean busy;
    private Wish drawn;
    private Shown shown;

    /** @param painter draws; making one takes a moment, so that it is made before */
    public ChartCanvas(Composite parent, ChartSpec chart, ChartPainter painter, ViewTools tools) {
        super(parent, SWT.DOUBLE_BUFFERED);
        presenter = new ChartPresenter(chart);
        this.painter = painter;
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Dispose, event -> disposeImage());
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        describe();
        ChartActions actions = new ChartActions(this, tools);
        new ChartMouse(this);
        new ChartKeys(this, actions);
    }

    private void describe() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = presenter.chart().title();
            }

            @Override
            public void getDescription(AccessibleEvent e) {
                e.result = presenter.description(spot);
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_GRAPHIC;
            }
        });
    }

    public ChartPresenter presenter() {
        return presenter;
    }

    ChartPainter painter() {
        return painter;
    }

    ChartOverlay overlay() {
        return overlay;
    }

    /** Shows other data. */
    public void show(ChartSpec chart) {
        presenter.show(chart);
        changed();
    }

    /** @param picked told what was clicked, or on what Enter was pressed */
    public void onPick(Consumer<Spot> picked) {
        pick = Optional.of(picked);
    }

    /** True if somebody wanted to know. */
    boolean pick(Optional<Spot> place) {
        if (pick.isEmpty() || place.isEmpty()) {
            return false;
        }
        pick.get().accept(place.get());
        return true;
    }

    /** What is seen has changed. */
    void changed() {
        point(Optional.empty());
        redraw();
    }

    /** What is pointed at. */
    public Optional<Spot> spot() {
        return spot;
    }

    /** Points at something, or at nothing. */
    public void point(Optional<Spot> place) {
        if (!place.equals(spot)) {
            spot = place;
            getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
            redraw();
        }
    }

    /** What is where, if the picture shows what is to be seen. */
    public Optional<ChartMap> map() {
        return isDrawn() ? lastMap() : Optional.empty();
    }

    /** What was where when the last picture was drawn: its area of data is good for mouse and keys while the next one is drawn. */
    Optional<ChartMap> lastMap() {
        return Optional.ofNullable(shown).map(Shown::map);
    }

    private void paint(Event event) {
        wish().filter(wish -> !wish.equals(drawn)).ifPresent(this::request);
        if (shown != null) {
            Palette palette = ScreenPalette.on(rgb(getBackground().getRGB()));
            overlay.paint(event.gc, getSize(), shown, presenter.view(), isDrawn() ? spot : Optional.empty(), palette);
        }
        if (isFocusControl()) {
            event.gc.drawFocus(1, 1, getSize().x - 2, getSize().y - 2);
        }
    }

    private Optional<Wish> wish() {
        Point size = getSize();
        if (size.x < 1 || size.y < 1) {
            return Optional.empty();
        }
        return Optional.of(new Wish(presenter.seen(), size.x, size.y, getMonitor().getZoom(), getBackground().getRGB()));
    }

    private static int rgb(RGB colour) {
        return colour.red << 16 | colour.green << 8 | colour.blue;
    }

    /** One picture is drawn at a time: what is wished meanwhile is asked for when it is there. */
    private void request(Wish wish) {
        if (busy) {
            return;
        }
        busy = true;
        ChartView view = presenter.view();
        Job job = Job.createSystem("chart", (ICoreRunnable) monitor -> {
            Optional<DrawnChart> chart = Optional.empty();
            try {
                chart = Optional.of(draw(wish));
            } finally {
                // A chart that cannot be drawn is logged by the job, and not drawn again until it changes.
                Optional<DrawnChart> result = chart;
                if (!isDisposed()) {
                    getDisplay().asyncExec(() -> show(wish, view, result));
                }
            }
        });
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    private DrawnChart draw(Wish wish) {
        return painter.drawn(wish.seen(), Math.max(LEAST_WIDTH, wish.width()), Math.max(LEAST_HEIGHT, wish.height()), wish.zoom() / 100.0,
                ScreenPalette.on(rgb(wish.background())));
    }

    private void show(Wish wish, ChartView view, Optional<DrawnChart> chart) {
        busy = false;
        if (isDisposed()) {
            return;
        }
        disposeImage();
        drawn = wish;
        chart.ifPresent(done -> show(wish, view, done));
        redraw();
    }

    private void show(Wish wish, ChartView view, DrawnChart chart) {
        ImageData data = ChartPixels.of(chart.image());
        ImageDataProvider pixels = zoom -> zoom == wish.zoom() ? data
                : data.scaledTo(data.width * zoom / wish.zoom(), data.height * zoom / wish.zoom());
        shown = new Shown(view, chart.map(), new Image(getDisplay(), pixels));
        spot = spot.filter(chart.map().spots()::contains);
    }

    /** True if what is shown is what is to be seen, in the present size and theme; tests wait for it. */
    public boolean isDrawn() {
        return drawn != null && wish().filter(drawn::equals).isPresent();
    }

    private void disposeImage() {
        if (shown != null) {
            shown.image().dispose();
            shown = null;
        }
    }
}
