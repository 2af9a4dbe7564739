// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.quorate.report.draw.ChartPainter;
import org.quorate.ui.Look;
import org.quorate.ui.ViewTools;

/** A chart in a window of its own, as large as one likes; Escape closes it. */
final class ChartWindow {

    private static final Point SIZE = new Point(1120, 720);
    private static final Point LEAST = new Point(320, 240);
    private static final int MARGIN = 12;

    private final ChartPresenter original;
    private final ChartPainter painter;
    private final ViewTools tools;

    /** @param original is looked at in the same way when the window opens; then each goes its own way */
    ChartWindow(ChartPresenter original, ChartPainter painter, ViewTools tools) {
        this.original = original;
        this.painter = painter;
        this.tools = tools;
    }

    void open(Shell parent) {
        Shell shell = new Shell(parent, SWT.SHELL_TRIM);
        shell.setText(original.chart().title());
        shell.setImages(parent.getImages());
        shell.setLayout(new FillLayout());
        Composite page = new Composite(shell, SWT.NONE);
        FillLayout layout = new FillLayout();
        layout.marginWidth = MARGIN;
        layout.marginHeight = MARGIN;
        page.setLayout(layout);
        Look.page(page);
        ChartCanvas canvas = new ChartCanvas(page, original.chart(), painter, tools);
        canvas.presenter().restore(original.view());
        Rectangle screen = parent.getMonitor().getClientArea();
        shell.setMinimumSize(LEAST);
        shell.setSize(Math.min(SIZE.x, screen.width), Math.min(SIZE.y, screen.height));
        Rectangle around = parent.getBounds();
        Point size = shell.getSize();
        shell.setLocation(Math.max(screen.x, around.x + (around.width - size.x) / 2), Math.max(screen.y, around.y + (around.height - size.y) / 2));
        canvas.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
        shell.open();
        canvas.setFocus();
    }
}
