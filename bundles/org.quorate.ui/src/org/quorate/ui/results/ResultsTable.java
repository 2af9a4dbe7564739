// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.results;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.PlatformUI;
import org.quorate.app.results.KeptResult;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Messages;

/** The native table of results: several can be chosen, a click on a title sorts. */
final class ResultsTable {

    private final TableViewer viewer;
    private final List<ResultColumns.Column> columns;
    private List<KeptResult> rows = List.of();
    private int sorted;
    private boolean up;

    ResultsTable(Composite parent, List<ResultColumns.Column> columns) {
        this.columns = columns;
        viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
        columns.forEach(this::create);
        AccessibleNames.set(viewer.getTable(), Messages.Results_title, "");
        // The newest first.
        sorted = columns.indexOf(columns.stream().filter(column -> column.title().equals(Messages.Results_date)).findFirst().orElseThrow());
        showOrder();
    }

    private void create(ResultColumns.Column column) {
        TableViewerColumn widget = new TableViewerColumn(viewer, column.right() ? SWT.RIGHT : SWT.LEFT);
        widget.getColumn().setText(column.title());
        widget.getColumn().setWidth(column.width());
        widget.getColumn().setMoveable(true);
        widget.getColumn().addListener(SWT.Selection, event -> sortBy(columns.indexOf(column)));
        widget.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object row) {
                return column.text().apply((KeptResult) row);
            }
        });
    }

    private void sortBy(int column) {
        up = column != sorted || !up;
        sorted = column;
        showOrder();
        show(rows);
    }

    private void showOrder() {
        Table table = viewer.getTable();
        table.setSortColumn(table.getColumn(sorted));
        table.setSortDirection(up ? SWT.UP : SWT.DOWN);
    }

    /** What was chosen stays so. */
    void show(List<KeptResult> now) {
        List<String> kept = chosen().stream().map(KeptResult::id).toList();
        rows = now;
        Comparator<KeptResult> order = columns.get(sorted).order();
        List<KeptResult> ordered = now.stream().sorted(up ? order : order.reversed()).toList();
        viewer.setInput(ordered);
        viewer.setSelection(new StructuredSelection(ordered.stream().filter(row -> kept.contains(row.id())).toList()));
    }

    List<KeptResult> chosen() {
        return Stream.of(viewer.getStructuredSelection().toArray()).map(KeptResult.class::cast).toList();
    }

    /** @param chosen told when others are chosen */
    void onChoice(Runnable chosen) {
        viewer.addSelectionChangedListener(event -> chosen.run());
    }

    /** @param opened told when Enter is pressed or a row is clicked twice */
    void onOpen(Runnable opened) {
        viewer.addOpenListener(event -> opened.run());
    }

    /** The chosen rows with the titles, as spreadsheets take them. */
    void copy() {
        Stream<String> titles = Stream.of(viewer.getTable().getColumns()).map(TableColumn::getText);
        String lines = chosen().stream().map(row -> columns.stream().map(column -> column.text().apply(row)).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        Clipboard clipboard = new Clipboard(PlatformUI.getWorkbench().getDisplay());
        clipboard.setContents(new Object[] {titles.collect(Collectors.joining("\t")) + "\n" + lines}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    void chooseAll() {
        viewer.getTable().selectAll();
        viewer.setSelection(viewer.getSelection());
    }

    Table control() {
        return viewer.getTable();
    }
}
