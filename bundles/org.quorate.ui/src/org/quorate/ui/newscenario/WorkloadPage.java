// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.newscenario;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.quorate.app.Presets;
import org.quorate.ui.Messages;
import org.quorate.ui.newscenario.CheckedScenario.Step;

/** Which workload: a list, and what the chosen one is and rests on. */
final class WorkloadPage extends ChoicesPage {

    private static final int HEIGHT = 260;
    private static final int NAME_WIDTH = 180;
    private static final int TITLE_WIDTH = 520;
    private static final int SOURCE_LINES = 3;

    private final NewScenarioPresenter presenter;
    private Table table;
    private Text about;

    WorkloadPage(NewScenarioPresenter presenter, Runnable changed) {
        super(Step.WORKLOAD, Messages.New_workload_title, Messages.New_workload_text, changed);
        this.presenter = presenter;
    }

    @Override
    void createContent(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        parent.setLayout(layout);
        table = new Table(parent, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        named(table, Messages.New_workload);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = HEIGHT;
        table.setLayoutData(data);
        column(Messages.New_workload, NAME_WIDTH);
        column(Messages.New_what, TITLE_WIDTH);
        for (Presets.Entry entry : presenter.entries()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {entry.name(), entry.title()});
            if (entry.name().equals(presenter.choices().preset())) {
                table.setSelection(item);
            }
        }
        table.addListener(SWT.Selection, event -> choose(() -> {
            presenter.choosePreset(entry().name());
            describe();
        }));
        table.addListener(SWT.DefaultSelection, event -> {
            if (isPageComplete()) {
                getContainer().showPage(getNextPage());
            }
        });
        about = new Text(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY);
        named(about, Messages.New_source);
        GridData lines = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        lines.heightHint = SOURCE_LINES * about.getLineHeight();
        about.setLayoutData(lines);
        describe();
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(title);
        column.setWidth(width);
    }

    private Presets.Entry entry() {
        return presenter.entries().get(table.getSelectionIndex());
    }

    private void describe() {
        about.setText(entry().title() + "\n" + Messages.bind(Messages.New_source_is, entry().source()));
    }
}
