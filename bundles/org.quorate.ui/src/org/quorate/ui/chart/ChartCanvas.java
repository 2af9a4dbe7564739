// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import java.util.Optional;

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
import org.quorate.report.chart.ChartImage;

/**
 * Shows a chart that the report bundle draws. The drawing happens in the background, in the display's real pixels, and
 * again when the size, the scale or the theme changes; meanwhile the last image stays. Used in the user interface's
 * thread.
 */
public final class ChartCanvas extends Canvas {

    /** Draws a chart. Called in a background thread. */
    @FunctionalInterface
    public interface Drawing {

        /**
         * @param width  points
         * @param height points
         * @param scale  pixels a point: 1 on a plain screen, 2 on a dense one
         * @param background what surrounds the chart, 0xRRGGBB
         */
        ChartImage draw(int width, int height, double scale, int background);
    }

    private record Look(int width, int height, int zoom, RGB background) {
    }

    private final Drawing drawing;
    private Look wanted;
    private Look drawn;
    private Image image;

    /**
     * @param name    for people who hear instead of see
     * @param summary what the chart shows, in a sentence
     */
    public ChartCanvas(Composite parent, String name, String summary, Drawing drawing) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.drawing = drawing;
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Dispose, event -> disposeImage());
        describe(name, summary);
    }

    private void describe(String name, String summary) {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent e) {
                e.result = name;
            }

            @Override
            public void getDescription(AccessibleEvent e) {
                e.result = summary;
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent e) {
                e.detail = ACC.ROLE_GRAPHIC;
            }
        });
    }

    private void paint(Event event) {
        look().filter(look -> !look.equals(wanted)).ifPresent(this::request);
        if (image != null) {
            event.gc.drawImage(image, 0, 0);
        }
    }

    private Optional<Look> look() {
        Point size = getSize();
        if (size.x < 1 || size.y < 1) {
            return Optional.empty();
        }
        int zoom = getMonitor().getZoom();
        return Optional.of(new Look(size.x, size.y, zoom, getBackground().getRGB()));
    }

    private static int rgb(RGB colour) {
        return colour.red << 16 | colour.green << 8 | colour.blue;
    }

    private void request(Look look) {
        wanted = look;
        Job job = Job.createSystem("chart", (ICoreRunnable) monitor -> {
            ImageData data = ChartPixels.of(drawing.draw(look.width(), look.height(), look.zoom() / 100.0, rgb(look.background())));
            if (!isDisposed()) {
                getDisplay().asyncExec(() -> show(look, data));
            }
        });
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    private void show(Look look, ImageData data) {
        if (isDisposed() || !look.equals(wanted)) {
            return;
        }
        disposeImage();
        ImageDataProvider pixels = zoom -> zoom == look.zoom() ? data
                : data.scaledTo(data.width * zoom / look.zoom(), data.height * zoom / look.zoom());
        image = new Image(getDisplay(), pixels);
        drawn = look;
        redraw();
    }

    /** True if what is shown fits the present size and theme; tests wait for it. */
    public boolean isDrawn() {
        return drawn != null && look().filter(drawn::equals).isPresent();
    }

    private void disposeImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }
}
