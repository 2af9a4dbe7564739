// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.quorate.report.document.Cell;
import org.quorate.ui.Messages;

/** A table of a report as a native table, whose rows can be copied into a spreadsheet. */
final class ReportTable {

    /** Between columns, beyond what the platform leaves: figures of neighbours are told apart. */
    private static final int GAP = 16;

    private static final String POINT = "point";

    private final org.quorate.report.document.Table content;
    private final PointLinks links;
    private Table table;

    ReportTable(org.quorate.report.document.Table content, PointLinks links) {
        this.content = content;
        this.links = links;
    }

    Control create(Composite parent) {
        table = new Table(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER | SWT.NO_SCROLL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        for (var column : content.columns()) {
            boolean number = column.align() == org.quorate.report.document.Table.Align.NUMBER;
            TableColumn widget = new TableColumn(table, number ? SWT.RIGHT : SWT.LEFT);
            widget.setText(column.title());
        }
        content.rows().forEach(row -> fill(new TableItem(table, SWT.NONE), row));
        table.addListener(SWT.DefaultSelection, event -> openPoint());
        for (TableColumn column : table.getColumns()) {
            column.pack();
            column.setWidth(column.getWidth() + GAP);
        }
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = content.title();
            }
        });
        table.addListener(SWT.KeyDown, this::keyDown);
        createMenu();
        return table;
    }

    private static void fill(TableItem item, org.quorate.report.document.Table.Row row) {
        if (row instanceof org.quorate.report.document.Table.CellRow cells) {
            item.setText(cells.cells().stream().map(Cell::plain).toArray(String[]::new));
            cells.point().ifPresent(point -> item.setData(POINT, point));
        } else if (row instanceof org.quorate.report.document.Table.GroupRow group) {
            item.setText(group.title());
            item.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        }
    }

    /** Of the first chosen row that is about one. */
    private void openPoint() {
        Stream.of(table.getSelection()).map(item -> (Integer) item.getData(POINT)).filter(Objects::nonNull)
                .filter(point -> point < links.points()).findFirst().ifPresent(links::open);
    }

    private void keyDown(Event event) {
        if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
            copy(List.of(table.getSelection()));
        } else if (event.stateMask == SWT.MOD1 && event.keyCode == 'a') {
            table.selectAll();
        }
    }

    private void createMenu() {
        Menu menu = new Menu(table);
        if (links.points() > 0 && Stream.of(table.getItems()).anyMatch(item -> item.getData(POINT) != null)) {
            MenuItem open = new MenuItem(menu, SWT.PUSH);
            open.setText(Messages.Point_open);
            open.addListener(SWT.Selection, event -> openPoint());
            new MenuItem(menu, SWT.SEPARATOR);
        }
        MenuItem rows = new MenuItem(menu, SWT.PUSH);
        rows.setText(Messages.Table_copy);
        rows.addListener(SWT.Selection, event -> copy(List.of(table.getSelection())));
        MenuItem all = new MenuItem(menu, SWT.PUSH);
        all.setText(Messages.Table_copy_all);
        all.addListener(SWT.Selection, event -> copy(List.of(table.getItems())));
        table.setMenu(menu);
    }

    /** With the header and tabs between cells, as spreadsheets take it. */
    private void copy(List<TableItem> items) {
        if (items.isEmpty()) {
            return;
        }
        int columns = table.getColumnCount();
        String header = Stream.of(table.getColumns()).map(TableColumn::getText).collect(Collectors.joining("\t"));
        String rows = items.stream().map(item -> Stream.iterate(0, i -> i < columns, i -> i + 1).map(item::getText)
                .collect(Collectors.joining("\t"))).collect(Collectors.joining("\n"));
        Clipboard clipboard = new Clipboard(table.getDisplay());
        clipboard.setContents(new Object[] {header + "\n" + rows}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }
}
