// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.quorate.study.LiveFigures;
import org.quorate.ui.results.ResultsMessages;

/** The figures of a study while it is made, in place: a line a contender, and below how fast it goes. */
final class LiveTable {

    private static final int[] WIDTHS = {150, 90, 130, 170, 130, 330};
    private static final int FIRST_NUMBER = 1;
    private static final int LAST_NUMBER = 4;

    private final Table table;
    private final Label summary;
    private int lines = -1;

    LiveTable(Composite parent) {
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.NO_SCROLL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        List<String> titles = LiveText.columns();
        for (int i = 0; i < titles.size(); i++) {
            TableColumn column = new TableColumn(table, i >= FIRST_NUMBER && i <= LAST_NUMBER ? SWT.RIGHT : SWT.LEFT);
            column.setText(titles.get(i));
            column.setWidth(WIDTHS[i]);
        }
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = ResultsMessages.Live_title;
            }
        });
        table.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        summary = new Label(parent, SWT.NONE);
        summary.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        show(Optional.empty(), Duration.ZERO);
    }

    /** The parent has to be laid out afterwards. */
    void show(Optional<LiveFigures> live, Duration elapsed) {
        List<List<String>> rows = live.map(LiveText::rows).orElse(List.of());
        if (rows.size() != lines) {
            table.setItemCount(rows.size());
            lines = rows.size();
            visible(table, lines > 0);
        }
        for (int i = 0; i < rows.size(); i++) {
            TableItem item = table.getItem(i);
            for (int column = 0; column < rows.get(i).size(); column++) {
                // What stays is not painted again.
                if (!item.getText(column).equals(rows.get(i).get(column))) {
                    item.setText(column, rows.get(i).get(column));
                }
            }
        }
        summary.setText(LiveText.summary(live, elapsed));
        visible(summary, live.isPresent());
    }

    private static void visible(Control control, boolean now) {
        control.setVisible(now);
        ((GridData) control.getLayoutData()).exclude = !now;
    }
}
