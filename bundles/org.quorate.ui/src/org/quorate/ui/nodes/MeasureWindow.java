// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.quorate.app.MeasuredNodes;
import org.quorate.model.measured.ProfileFigure;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.Refresher;
import org.quorate.ui.ViewTools;
import org.quorate.ui.report.OutputDialog;
import org.quorate.ui.table.RowTable;

/** How far a measurement is, then what was measured, and the button that puts it into the scenario. The workbench can be used meanwhile. */
public final class MeasureWindow extends Dialog {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 220;
    private static final int NOTES_HEIGHT = 90;
    private static final int PUT = IDialogConstants.CLIENT_ID;
    private static final int EXPORT = IDialogConstants.CLIENT_ID + 1;

    private final NodeRun<MeasuredNodes> run;
    private final MeasurePresenter presenter;
    private final BooleanSupplier open;
    private final ViewTools tools;
    private Refresher onNews;
    private RunHeader header;
    private RowTable<ProfileFigure> table;
    private Text notes;

    /** @param open the scenario is still being edited */
    public MeasureWindow(Shell parent, NodeRun<MeasuredNodes> run, MeasurePresenter presenter, BooleanSupplier open, ViewTools tools) {
        super(parent);
        this.run = run;
        this.presenter = presenter;
        this.open = open;
        this.tools = tools;
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(run.title());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Look.page(parent.getShell());
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.marginHeight = 8;
        area.setLayout(layout);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(area, "org.quorate.ui.measure");
        header = new RunHeader();
        header.create(area);
        table = new RowTable<>(area, "measured", tools);
        table.named(NodesMessages.Measure_figures);
        table.knownBy(ProfileFigure::field);
        table.iconColumn(NodesMessages.Measure_field, 0, ProfileFigure::field,
                figure -> figure.differs() ? ISharedImages.IMG_OBJS_WARN_TSK : "");
        table.column(NodesMessages.Measure_planned, 0, figure -> figure.planned().orElse("–"));
        table.column(NodesMessages.Measure_measured, 0, ProfileFigure::value);
        table.column(NodesMessages.Measure_range, 0, ProfileFigure::range);
        table.column(NodesMessages.Nodes_compared_column, 0, MeasurePresenter::compared);
        table.column(NodesMessages.Measure_how, 0, ProfileFigure::how);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = WIDTH;
        data.heightHint = HEIGHT;
        table.control().setLayoutData(data);
        notes = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        AccessibleNames.set(notes, NodesMessages.Measure_notes);
        GridData below = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        below.heightHint = NOTES_HEIGHT;
        notes.setLayoutData(below);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, EXPORT, NodesMessages.Nodes_export, false);
        createButton(parent, PUT, NodesMessages.Measure_put, true);
        createButton(parent, IDialogConstants.CLOSE_ID, NodesMessages.Measure_close, false);
        onNews = new Refresher(getShell(), this::refresh);
        run.onChange(onNews);
        refresh();
    }

    private void refresh() {
        run.found().ifPresent(presenter::show);
        header.show(Optional.of(run), presenter.summary(), false);
        if (!table.presenter().lines().stream().map(line -> line.row().orElseThrow()).toList().equals(presenter.rows())) {
            table.show(presenter.rows());
        }
        String text = presenter.notes();
        if (!text.equals(notes.getText())) {
            notes.setText(text);
        }
        Look.enable(getButton(PUT), presenter.canPut());
        Look.enable(getButton(EXPORT), !presenter.forms().isEmpty());
    }

    @Override
    protected void buttonPressed(int button) {
        switch (button) {
            case PUT -> put();
            case EXPORT -> new OutputDialog(getShell(), Messages.Data_title, presenter.forms()).open(presenter.fileName());
            default -> close();
        }
    }

    private void put() {
        List<String> problems = open.getAsBoolean() ? presenter.put() : List.of(NodesMessages.Measure_closed);
        if (problems.isEmpty()) {
            close();
        } else {
            MessageDialog.openError(getShell(), Messages.Form_refused_title, Messages.bind(Messages.Form_refused, String.join("\n", problems)));
        }
    }

    /** Nobody would see what it finds. */
    @Override
    public boolean close() {
        run.removeListener(onNews);
        if (run.state() == NodeRun.State.RUNNING) {
            run.cancel();
        }
        return super.close();
    }
}
