// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.TableCursor;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.quorate.provision.plan.Step;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.ViewTools;

/** Steps, a row each, with a column for each place where they are done; arrow keys and the mouse choose one cell. */
final class StepTable {

    /** Columns before those of places: the step, and what it can cost. */
    static final int FIRST_PLACE = 2;
    /** Key of widget data that the theme engine reads. */
    private static final String NO_THEME = "org.eclipse.e4.ui.css.disabled";
    /** The log has long titles in full. */
    private static final int STEP_WIDTH = 316;
    private static final int RISK_WIDTH = 124;
    private static final int PLACE_WIDTH = 118;

    private final Table table;
    private final TableCursor cursor;
    private ApplyBoard board;

    /** @param chosen told when another cell is chosen */
    StepTable(Composite parent, ViewTools tools, Runnable chosen) {
        table = new Table(parent, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        AccessibleNames.set(table, NodesMessages.Apply_steps);
        cursor = new TableCursor(table, SWT.NONE);
        AccessibleNames.set(cursor, NodesMessages.Apply_cell);
        // A theme would take away the ground by which the chosen cell is seen.
        cursor.setData(NO_THEME, Boolean.TRUE);
        cursor.setBackground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
        cursor.setForeground(table.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT));
        cursor.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> chosen.run()));
        cursor.addListener(SWT.KeyDown, event -> {
            if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
                tools.exports().copy(table.getDisplay(), text());
            }
        });
    }

    /** Shows a board; another one makes the columns anew. */
    void show(ApplyBoard now) {
        if (board != now) {
            boolean fresh = board == null || !board.nodes().equals(now.nodes()) || !board.steps().equals(now.steps());
            board = now;
            if (fresh) {
                make();
            }
        }
        for (int row = 0; row < board.steps().size(); row++) {
            for (int i = 0; i < board.nodes().size(); i++) {
                set(table.getItem(row), FIRST_PLACE + i, ApplyPresenter.cell(board, board.steps().get(row), board.nodes().get(i)));
            }
        }
    }

    /** What stays is not painted again. */
    private static void set(TableItem item, int column, String text) {
        if (!item.getText(column).equals(text)) {
            item.setText(column, text);
        }
    }

    private void make() {
        cursor.setVisible(false);
        table.removeAll();
        Stream.of(table.getColumns()).forEach(TableColumn::dispose);
        column(NodesMessages.Apply_step, STEP_WIDTH);
        column(NodesMessages.Apply_risk, RISK_WIDTH);
        board.nodes().forEach(node -> column(ApplyPresenter.place(node), PLACE_WIDTH));
        for (Step step : board.steps()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(0, step.title());
            item.setText(1, ApplyPresenter.risk(step));
        }
        choose(0, 0);
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    /** What was said in the cell that is chosen; absent: the plan has no step. */
    Optional<String> log() {
        if (board == null || cursor.getRow() == null) {
            return Optional.empty();
        }
        Step step = board.steps().get(table.indexOf(cursor.getRow()));
        int node = Math.max(0, cursor.getColumn() - FIRST_PLACE);
        return Optional.of(ApplyPresenter.log(board, step, board.nodes().get(node)));
    }

    /** Follows a run. */
    void choose(ApplyBoard.Place place) {
        List<String> ids = board.steps().stream().map(Step::id).toList();
        choose(ids.indexOf(place.step()), board.nodes().indexOf(place.node()));
    }

    private void choose(int row, int node) {
        if (row >= 0 && node >= 0 && row < table.getItemCount()) {
            cursor.setVisible(true);
            cursor.setSelection(row, FIRST_PLACE + node);
        }
    }

    boolean hasFocus() {
        return cursor.isFocusControl();
    }

    void setFocus() {
        cursor.setFocus();
    }

    /** With tabs, as spreadsheets take it. */
    private String text() {
        String head = Stream.of(table.getColumns()).map(TableColumn::getText).collect(Collectors.joining("\t"));
        return head + "\n" + Stream.of(table.getItems()).map(item -> IntStream.range(0, table.getColumnCount()).mapToObj(item::getText)
                .collect(Collectors.joining("\t"))).collect(Collectors.joining("\n")) + "\n";
    }
}
