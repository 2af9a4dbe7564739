// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;

/**
 * A native table that lists things of one kind, one of which may be chosen.
 *
 * @param <T> of the things
 */
public final class RowTable<T> {

    private final TableViewer viewer;

    public RowTable(Composite parent) {
        viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().setHeaderVisible(true);
    }

    /** Adds a column of that width in pixels. */
    public void column(String title, int width, Function<T, String> text) {
        column(title, width, text, row -> null);
    }

    /**
     * Adds a column with icons.
     *
     * @param width in pixels
     * @param icon  the name of one of those that the workbench shares
     */
    public void iconColumn(String title, int width, Function<T, String> text, Function<T, String> icon) {
        column(title, width, text, row -> PlatformUI.getWorkbench().getSharedImages().getImage(icon.apply(row)));
    }

    @SuppressWarnings("unchecked") // only rows of that kind are shown
    private void column(String title, int width, Function<T, String> text, Function<T, Image> image) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.getColumn().setMoveable(true);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object row) {
                return text.apply((T) row);
            }

            @Override
            public Image getImage(Object row) {
                return image.apply((T) row);
            }
        });
    }

    /** @param chosen told when another row is chosen */
    public void onChoice(Runnable chosen) {
        viewer.addSelectionChangedListener(event -> chosen.run());
    }

    /** @param opened told the row that was double-clicked or on which Enter was pressed */
    public void onOpen(Consumer<T> opened) {
        viewer.addOpenListener(event -> chosen().ifPresent(opened));
    }

    public void show(List<T> rows) {
        viewer.setInput(rows);
    }

    public void choose(T row) {
        viewer.setSelection(new StructuredSelection(row));
    }

    @SuppressWarnings("unchecked") // only rows of that kind are shown
    public Optional<T> chosen() {
        return Optional.ofNullable((T) viewer.getStructuredSelection().getFirstElement());
    }

    public Table control() {
        return viewer.getTable();
    }
}
