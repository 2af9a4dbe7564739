// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Table;
import org.quorate.report.sheet.Sheet;
import org.quorate.report.sheet.TableSheet;
import org.quorate.ui.Messages;
import org.quorate.ui.ViewTools;
import org.quorate.ui.table.RowTable;
import org.quorate.ui.table.SortKey;
import org.quorate.ui.table.TableColumnModel;

/** A table of a report as a native table, below its title; a long one has a field to filter its rows. */
final class ReportTable {

    /** With fewer rows one sees at a glance what one is looking for. */
    private static final int LONG = 8;
    private static final int FILTER_WIDTH = 200;

    private final Table content;
    private final ViewTools tools;
    private final PointLinks links;
    private RowTable<TableSheet.Row> table;
    private final Runnable resized;
    private GridData data;

    /** @param resized to be called when the table takes another width */
    ReportTable(Table content, ViewTools tools, PointLinks links, Runnable resized) {
        this.content = content;
        this.tools = tools;
        this.links = links;
        this.resized = resized;
    }

    /** @param title adds the title to what is above the table */
    void create(Composite parent, Consumer<Composite> title) {
        List<TableSheet.Row> rows = TableSheet.rows(content);
        Composite head = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(rows.size() >= LONG ? 2 : 1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 16;
        head.setLayout(layout);
        head.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false, 2, 1));
        title.accept(head);
        ((GridData) head.getChildren()[0].getLayoutData()).verticalAlignment = SWT.CENTER;
        String id = "report." + content.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        table = new RowTable<>(parent, id, tools, SWT.NO_SCROLL);
        table.named(content.title());
        table.control().setLinesVisible(true);
        for (int i = 0; i < content.columns().size(); i++) {
            table.column(column(i), 0);
        }
        table.groupBy(TableSheet.Row::group);
        table.writtenBy(this::sheet);
        if (rows.size() >= LONG) {
            Text filter = table.filterField(head);
            GridData field = new GridData(SWT.LEFT, SWT.CENTER, false, false);
            field.widthHint = FILTER_WIDTH;
            filter.setLayoutData(field);
        }
        if (rows.stream().anyMatch(this::hasPoint)) {
            table.action(Messages.Point_open, this::openPoint);
            table.onOpen(this::openPoint);
        }
        table.onResize(this::follow);
        table.show(rows);
        data = new GridData(SWT.LEFT, SWT.TOP, false, false, 2, 1);
        table.control().setLayoutData(data);
    }

    private boolean hasPoint(TableSheet.Row row) {
        return row.point().isPresent() && row.point().getAsInt() < links.points();
    }

    private void openPoint(TableSheet.Row row) {
        if (hasPoint(row)) {
            links.open(row.point().getAsInt());
        }
    }

    /** Takes no more width than there is, if columns of words can give way. */
    void fit(int room) {
        int border = 2 * table.control().getBorderWidth();
        data.widthHint = table.fit(room - border);
        fitHeight();
    }

    /**
     * As high as all of its rows, also while some are filtered out: what is below stays where it is. Rows of several lines have their
     * height only when the platform has laid them out, a moment after their columns have other widths.
     *
     * @return true if it takes another height
     */
    boolean fitHeight() {
        int before = data.heightHint;
        if (!table.presenter().isFiltered()) {
            data.heightHint = table.control().computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        }
        return data.heightHint != before;
    }

    /** Somebody drags the edge of a column: the table grows or shrinks with it. */
    private void follow() {
        data.widthHint = table.width();
        resized.run();
    }

    private TableColumnModel<TableSheet.Row> column(int index) {
        Table.Column column = content.columns().get(index);
        return new TableColumnModel<>(column.title(), column.align() == Table.Align.NUMBER, row -> row.cells().get(index).plain(),
                row -> key(row.cells().get(index)), row -> new Sheet.Words(row.cells().get(index).plain()));
    }

    /** Figures by their value in the base unit, whatever multiple they are printed in. */
    private static SortKey key(Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            return SortKey.number(amount.quantity().unit().ordinal(), amount.quantity().value());
        }
        return cell instanceof Cell.Text text ? SortKey.words(text.text()) : SortKey.nothing();
    }

    private Sheet sheet(List<TableSheet.Row> rows, List<Integer> columns) {
        return TableSheet.of(content.columns(), columns, rows);
    }
}
