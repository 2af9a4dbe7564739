// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.chart;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.quorate.report.chart.ChartSpec;
import org.quorate.report.chart.Palette;
import org.quorate.ui.Messages;
import org.quorate.ui.ViewTools;
import org.quorate.ui.export.FileContent;
import org.quorate.ui.export.FileForm;

/** What can be done with a chart, as a context menu and, while it is pointed at or has the focus, as small buttons in its corner. */
final class ChartActions {

    private final ChartCanvas canvas;
    private final ViewTools tools;
    private final Menu menu;

    ChartActions(ChartCanvas canvas, ViewTools tools) {
        this.canvas = canvas;
        this.tools = tools;
        menu = new Menu(canvas);
        menu.addListener(SWT.Show, event -> fill());
        canvas.setMenu(menu);
        new ChartButtons(canvas, this, tools.icons());
    }

    private void fill() {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        ChartPresenter presenter = canvas.presenter();
        item(menu, Messages.Chart_copy_image, this::copyImage);
        item(menu, Messages.Chart_copy_data, this::copyData);
        saving(menu);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, Messages.Chart_zoom_in, () -> change(() -> presenter.zoom(true))).setEnabled(presenter.canZoom());
        item(menu, Messages.Chart_zoom_out, () -> change(() -> presenter.zoom(false))).setEnabled(!presenter.view().isWhole());
        item(menu, Messages.Chart_reset, () -> change(presenter::reset)).setEnabled(presenter.isChanged());
        check(Messages.Chart_log_y, presenter.canTurnY(), presenter.isLogY(), presenter::turnY);
        check(Messages.Chart_log_x, presenter.canTurnX(), presenter.isLogX(), presenter::turnX);
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, Messages.Chart_large, this::openLarge);
    }

    private void check(String text, boolean enabled, boolean selected, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.CHECK);
        item.setText(text);
        item.setEnabled(enabled);
        item.setSelection(selected);
        item.addListener(SWT.Selection, event -> change(action));
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    /** Adds the forms of files. */
    private void saving(Menu where) {
        item(where, Messages.Chart_save_png, () -> savePng(1));
        item(where, Messages.Chart_save_png_2, () -> savePng(2));
        item(where, Messages.Chart_save_svg, this::saveSvg);
        item(where, Messages.Chart_save_csv, this::saveCsv);
    }

    /** Below a button. */
    void dropDown(Point where) {
        Menu below = new Menu(canvas);
        saving(below);
        below.addListener(SWT.Hide, event -> canvas.getDisplay().asyncExec(below::dispose));
        below.setLocation(where);
        below.setVisible(true);
    }

    void change(Runnable change) {
        change.run();
        canvas.changed();
    }

    void copyImage() {
        Point size = canvas.getSize();
        ImageData data = ChartPixels.of(canvas.painter().image(canvas.presenter().seen(), size.x, size.y, 2, Palette.LIGHT));
        tools.exports().copy(canvas.getDisplay(), data);
    }

    void copyData() {
        tools.exports().copy(canvas.getDisplay(), canvas.presenter().tsv());
    }

    private void savePng(int scale) {
        Point size = canvas.getSize();
        save(Messages.Export_png, "png", () -> canvas.presenter().png(canvas.painter(), size.x, size.y, scale));
    }

    private void saveSvg() {
        Point size = canvas.getSize();
        save(Messages.Export_svg, "svg", () -> canvas.presenter().svg(canvas.painter(), size.x, size.y));
    }

    private void saveCsv() {
        save(Messages.Export_csv, "csv", () -> canvas.presenter().csv());
    }

    private void save(String form, String extension, FileContent content) {
        ChartSpec chart = canvas.presenter().chart();
        tools.exports().save(canvas.getShell(), chart.title(), new FileForm(form, extension), content);
    }

    void openLarge() {
        new ChartWindow(canvas.presenter(), canvas.painter(), tools).open(canvas.getShell());
    }
}
