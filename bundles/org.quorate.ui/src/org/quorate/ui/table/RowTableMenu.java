// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.export.Exports;
import org.quorate.ui.export.FileForm;

/**
 * The context menu of a table: what can be done by mouse on its header, and what goes to a clipboard or a file.
 *
 * @param <T> of the rows
 */
public final class RowTableMenu<T> {

    /** So many columns are sorted by keys with a digit. */
    private static final int KEYS = 9;

    private record Action<T>(String text, Predicate<List<T>> possible, Consumer<List<T>> action) {
    }

    private final RowTable<T> table;
    private final Exports exports;
    private final List<Action<T>> actions = new ArrayList<>();
    private final Menu menu;

    public RowTableMenu(RowTable<T> table, Exports exports) {
        this.table = table;
        this.exports = exports;
        menu = new Menu(table.control());
        // What can be done depends on the rows; what was open is gone when it is filled again.
        menu.addListener(SWT.Show, event -> fill());
        table.control().setMenu(menu);
    }

    /** Adds an entry about one row. */
    public void action(String text, Consumer<T> action) {
        actionOnAll(text, rows -> !rows.isEmpty(), rows -> action.accept(rows.get(0)));
    }

    /** Adds an entry about all rows that are selected, which can be chosen if they are such. */
    public void actionOnAll(String text, Predicate<List<T>> possible, Consumer<List<T>> action) {
        actions.add(new Action<>(text, possible, action));
    }

    /** Sets the next entries apart. */
    public void gap() {
        actions.add(new Action<>("", rows -> false, rows -> { }));
    }

    private void fill() {
        for (MenuItem item : menu.getItems()) {
            item.dispose();
        }
        for (Action<T> action : actions) {
            if (action.text().isEmpty()) {
                new MenuItem(menu, SWT.SEPARATOR);
            } else {
                item(menu, action.text(), () -> action.action().accept(table.selected())).setEnabled(action.possible().test(table.selected()));
            }
        }
        if (!actions.isEmpty()) {
            new MenuItem(menu, SWT.SEPARATOR);
        }
        boolean rows = table.control().getItemCount() > 0;
        item(menu, Messages.Table_copy, () -> copy(table.selection())).setEnabled(table.control().getSelectionCount() > 0);
        item(menu, Messages.Table_copy_all, () -> copy(table.presenter().lines())).setEnabled(rows);
        item(menu, Messages.Table_select_all, table::selectAll).setEnabled(rows);
        new MenuItem(menu, SWT.SEPARATOR);
        table.filter().ifPresent(field -> item(menu, Messages.Table_filter_rows, field::setFocus));
        sorting(submenu(Messages.Table_sort));
        columns(submenu(Messages.Table_columns));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, Messages.Table_csv, this::save).setEnabled(rows);
    }

    private Menu submenu(String text) {
        MenuItem cascade = new MenuItem(menu, SWT.CASCADE);
        cascade.setText(text);
        Menu below = new Menu(menu);
        cascade.setMenu(below);
        return below;
    }

    private static MenuItem item(Menu menu, String text, Runnable action) {
        return item(menu, SWT.PUSH, text, action);
    }

    private static MenuItem item(Menu menu, int style, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(text);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private String title(int column) {
        String title = table.presenter().columns().get(column).title();
        return title.isEmpty() ? Messages.Table_untitled : Look.plain(title);
    }

    private void sorting(Menu below) {
        List<Integer> shown = table.presenter().order().stream().filter(table.presenter()::isShown).toList();
        for (int place = 0; place < shown.size(); place++) {
            int column = shown.get(place);
            boolean sorted = table.presenter().sorted().filter(by -> by == column).isPresent();
            String direction = !sorted ? "" : table.presenter().isFalling() ? " ↓" : " ↑";
            String key = place < KEYS ? "\t" + Messages.bind(Messages.Table_sort_key, place + 1) : "";
            item(below, SWT.CHECK, title(column) + direction + key, () -> table.sort(column)).setSelection(sorted);
        }
    }

    private void columns(Menu below) {
        for (int column : table.presenter().order()) {
            boolean shown = table.presenter().isShown(column);
            MenuItem item = item(below, SWT.CHECK, title(column), () -> table.setShown(column, !shown));
            item.setSelection(shown);
            item.setEnabled(!shown || table.presenter().canHide(column));
        }
        new MenuItem(below, SWT.SEPARATOR);
        item(below, Messages.Table_reset, table::resetColumns);
    }

    /** Puts lines on the clipboard, as spreadsheets take them. */
    public void copy(List<TableLine<T>> lines) {
        if (!lines.isEmpty()) {
            exports.copy(table.control().getDisplay(), table.presenter().tsv(lines));
        }
    }

    private void save() {
        Table control = table.control();
        String csv = table.presenter().csv();
        exports.save(control.getShell(), table.name().isEmpty() ? Messages.Table_file : table.name(), new FileForm(Messages.Export_csv, "csv"),
                () -> csv.getBytes(StandardCharsets.UTF_8));
    }
}
