// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.quorate.ui.Look;
import org.quorate.ui.PageDialog;

/** Asks how nodes are reached. */
public final class ReachDialog extends PageDialog {

    private static final int WIDTH = 620;
    /** The name of a field, the field, and for some a button. */
    private static final int COLUMNS = 3;

    /**
     * What is about to begin.
     *
     * @param title of the dialog
     * @param intro what will be done, and what not
     * @param start on the button that begins it
     */
    public record Purpose(String title, String intro, String start) {
    }

    /** What else is asked. */
    public interface Extra {

        /** Adds its fields to an area with three columns. */
        void create(Composite area, Runnable changed);

        /** What has to be put right first; absent: nothing. */
        Optional<String> problem();
    }

    /** Nothing else. */
    private static final Extra NOTHING = new Extra() {
        @Override
        public void create(Composite area, Runnable changed) {
            // There are no fields.
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    };

    private final Purpose purpose;
    private final ReachPresenter presenter;
    private final Extra extra;
    private HostTable hosts;
    private Label problem;

    public ReachDialog(Shell parent, Purpose purpose, ReachPresenter presenter) {
        this(parent, purpose, presenter, NOTHING);
    }

    public ReachDialog(Shell parent, Purpose purpose, ReachPresenter presenter, Extra extra) {
        super(parent, purpose.title(), "nodes", COLUMNS);
        this.purpose = purpose;
        this.extra = extra;
        this.presenter = presenter;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /**
     * Asks, and keeps for the next time what was answered.
     *
     * @param name under which it is kept
     * @return asks what is to be known on the way, in the same window; absent: nothing shall begin
     */
    public Optional<DialogQuestions> ask(ReachMemory memory, String name) {
        if (open() != OK) {
            return Optional.empty();
        }
        memory.keep(name, presenter.reach());
        return Optional.of(new DialogQuestions(getParentShell()));
    }

    @Override
    protected void fill(Composite area) {
        paragraph(area, purpose.intro(), WIDTH);
        fields(area);
        Label title = new Label(area, SWT.NONE);
        title.setText(NodesMessages.Reach_hosts);
        title.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        hosts = new HostTable(presenter, this::check);
        hosts.create(area).setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        extra.create(area, this::check);
        problem = paragraph(area, "\n", WIDTH);
        Look.error(problem);
        ((GridData) problem.getLayoutData()).heightHint = problem.computeSize(WIDTH, SWT.DEFAULT).y;
    }

    private void fields(Composite area) {
        ReachFields fields = new ReachFields(area, this::check);
        fields.text(NodesMessages.Reach_login, presenter.login(), NodesMessages.Reach_login_usual, presenter::setLogin);
        Text config = fields.text(NodesMessages.Reach_config, presenter.config(), NodesMessages.Reach_config_usual, presenter::setConfig);
        // The last column is for the button.
        ((GridData) config.getLayoutData()).horizontalSpan = 1;
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(NodesMessages.Reach_browse);
        browse.addListener(SWT.Selection, event -> Optional.ofNullable(new FileDialog(getShell(), SWT.OPEN).open()).ifPresent(config::setText));
        fields.tick(NodesMessages.Reach_sudo, presenter.sudo(), presenter::setSudo);
        if (!presenter.isFree()) {
            fields.tick(NodesMessages.Reach_by_address, presenter.byAddress(), on -> {
                presenter.setByAddress(on);
                hosts.show();
            });
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        // With the focus here, the fields say what they are when they are empty.
        createButton(parent, IDialogConstants.OK_ID, purpose.start(), true).setFocus();
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        check();
    }

    private void check() {
        Optional<String> wrong = presenter.problem().or(extra::problem);
        if (getButton(IDialogConstants.OK_ID) == null) {
            return;
        }
        problem.setText(Look.plain(wrong.orElse("")));
        Look.enable(getButton(IDialogConstants.OK_ID), wrong.isEmpty());
    }

    @Override
    protected void okPressed() {
        hosts.finish();
        if (presenter.problem().or(extra::problem).isEmpty()) {
            super.okPressed();
        }
    }
}
