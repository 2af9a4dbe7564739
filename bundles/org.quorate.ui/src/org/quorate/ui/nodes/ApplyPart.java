// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.quorate.advice.fleet.FleetReport;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.Refresher;
import org.quorate.ui.ViewTools;
import org.quorate.ui.editor.FollowedEditor;
import org.quorate.ui.editor.ScenarioEditors;

/** The steps of an export on real nodes: the plan first, then how it goes, step by step and node by node. */
public final class ApplyPart extends ViewPart {

    private static final int[] SHARES = {62, 38};
    /** Target of the link that shows what the inventory of a dry run has found. */
    private static final String FINDINGS = "findings";

    private final Applies applies;
    private final Inventories inventories;
    private final ApplyPresenter presenter;
    private final ApplyStart start;
    private final ViewTools tools;
    /** At most one is on its way, however fast lines come. */
    private Refresher onNews;
    private RunHeader header;
    private Composite stale;
    private Composite stack;
    private Composite empty;
    private Label reasons;
    private Composite page;
    private Combo labels;
    private StepTable table;
    private Text log;
    private Link audit;
    private Button[] buttons;
    private Optional<ApplyBoard.Place> followed = Optional.empty();
    private boolean ended;
    private Optional<Applies.Prepared> focused = Optional.empty();
    private FollowedEditor edited;

    /** @param start asks how nodes are reached, and begins */
    public ApplyPart(Applies applies, Inventories inventories, ApplyPresenter presenter, ApplyStart start, ViewTools tools) {
        this.applies = applies;
        this.inventories = inventories;
        this.presenter = presenter;
        this.start = start;
        this.tools = tools;
    }

    @Override
    public void createPartControl(Composite parent) {
        onNews = new Refresher(parent, this::refresh);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        parent.setLayout(layout);
        header = new RunHeader();
        Composite place = header.create(parent);
        labels = new Combo(place, SWT.READ_ONLY);
        AccessibleNames.set(labels, NodesMessages.Apply_file_system);
        labels.addListener(SWT.Selection, event -> prepare(labels.getText()));
        buttons = new Button[] {button(place, NodesMessages.Apply_dry_run, ApplyStart.Kind.DRY_RUN), button(place, NodesMessages.Apply_apply, ApplyStart.Kind.APPLY),
            button(place, NodesMessages.Apply_resume, ApplyStart.Kind.RESUME), button(place, NodesMessages.Apply_undo, ApplyStart.Kind.UNDO)};
        createStale(parent);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        empty = EmptyPage.create(stack, NodesMessages.Apply_empty, NodesMessages.Apply_prepare,
                () -> CommandCall.of(Ids.APPLY_COMMAND).run(getSite()));
        reasons = EmptyPage.words(stack, "");
        createPage();
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, "org.quorate.ui.apply");
        applies.onChange(onNews);
        edited = new FollowedEditor(getSite().getPage(), onNews);
        edited.start();
        refresh();
    }

    /** Says that the scenario was edited since it was planned, with the way to another plan. */
    private void createStale(Composite parent) {
        stale = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 8;
        layout.marginHeight = 2;
        stale.setLayout(layout);
        stale.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        new Label(stale, SWT.NONE).setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_WARN_TSK));
        Link again = new Link(stale, SWT.NONE);
        again.setText(NodesMessages.Apply_stale);
        again.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        again.addListener(SWT.Selection, event -> presenter.again().ifPresentOrElse(
                scenario -> Job.createSystem(NodesMessages.Apply_title, (ICoreRunnable) monitor -> applies.prepare(scenario)).schedule(),
                this::tellErrors));
    }

    private void tellErrors() {
        MessageDialog.openInformation(getSite().getShell(), Messages.Run_not_ready_title, Messages.Run_not_ready);
    }

    private void createPage() {
        page = new Composite(stack, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        page.setLayout(layout);
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = new StepTable(sash, tools, this::showLog);
        log = new Text(sash, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER);
        log.setFont(JFaceResources.getTextFont());
        AccessibleNames.set(log, NodesMessages.Apply_log);
        sash.setWeights(SHARES);
        audit = new Link(page, SWT.NONE);
        GridData line = new GridData(SWT.FILL, SWT.BOTTOM, true, false);
        line.horizontalIndent = 8;
        audit.setLayoutData(line);
        audit.addListener(SWT.Selection, event -> {
            if (event.text.equals(FINDINGS)) {
                presenter.fleet().ifPresent(this::showNodes);
            } else {
                open(presenter.audit());
            }
        });
    }

    private Button button(Composite parent, String text, ApplyStart.Kind kind) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addListener(SWT.Selection, event -> presenter.now().prepared().ifPresent(plan -> start.begin(getSite().getShell(), plan, kind)));
        return button;
    }

    private void prepare(String label) {
        if (!presenter.label().equals(label)) {
            presenter.again().ifPresentOrElse(scenario -> applies.prepare(scenario, label), () -> {
                // What was chosen is not what is planned.
                showLabels();
                tellErrors();
            });
        }
    }

    private void showNodes(FleetReport fleet) {
        inventories.show(new Inventories.Taken(fleet, List.of(), Instant.now()));
        try {
            getSite().getPage().showView(Ids.NODES_VIEW);
        } catch (PartInitException e) {
            ILog.of(ApplyPart.class).error(e.getMessage(), e);
        }
    }

    /** A folder that no run has made yet is none to be opened. */
    private void open(Path place) {
        if (!Files.exists(place)) {
            MessageDialog.openInformation(getSite().getShell(), NodesMessages.Apply_title, Messages.bind(NodesMessages.Apply_no_audit, place));
        } else if (!Program.launch(place.toUri().toString())) {
            MessageDialog.openError(getSite().getShell(), NodesMessages.Apply_title, Messages.bind(Messages.Output_no_program, place));
        }
    }

    private void refresh() {
        edited.editor().ifPresent(open -> applies.follow(open.session(), ScenarioEditors::isOpen));
        presenter.refresh();
        Applies.Shown now = presenter.now();
        for (Button button : buttons) {
            Look.enable(button, presenter.canStart());
        }
        showLabels();
        Look.enable(labels, !now.isRunning() && labels.getItemCount() > 0);
        // Last: how wide the list is depends on what is in it.
        header.show(now.run(), presenter.summary(), false);
        showStale(presenter.isStale() && !now.isRunning());
        showTop(now.prepared().isEmpty() ? empty : now.board().isPresent() ? page : reasons.getParent(), Look.plain(presenter.refusal()));
        now.board().ifPresent(board -> showSteps(board, now));
    }

    /** What stays is not laid out again: lines of a run come fast. */
    private void showStale(boolean old) {
        GridData place = (GridData) stale.getLayoutData();
        if (place.exclude == old) {
            place.exclude = !old;
            stale.setVisible(old);
            stale.getParent().layout();
        }
    }

    private void showTop(Control top, String refusal) {
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != top || !reasons.getText().equals(refusal)) {
            layout.topControl = top;
            reasons.setText(refusal);
            stack.layout(true, true);
        }
    }

    private void showLabels() {
        if (!presenter.labels().equals(List.of(labels.getItems()))) {
            labels.setItems(presenter.labels().toArray(String[]::new));
        }
        labels.setText(presenter.label());
    }

    private void showSteps(ApplyBoard board, Applies.Shown now) {
        table.show(board);
        follow(board, now.report().isPresent());
        showLog();
        if (!now.prepared().equals(focused)) {
            focused = now.prepared();
            // It was planned in the background, after the view had been entered.
            if (getSite().getPage().getActivePart() == this) {
                setFocus();
            }
        }
        String kept = Messages.bind(Files.isRegularFile(presenter.audit()) ? NodesMessages.Apply_audit : NodesMessages.Apply_audits, presenter.audit());
        String found = presenter.findings() == 0 ? "" : "     " + Messages.bind(NodesMessages.Apply_findings, presenter.findings(), FINDINGS);
        String line = Look.plain(kept + found);
        if (!line.equals(audit.getText())) {
            audit.setText(line);
            page.layout();
        }
    }

    /** Goes with the run, but not away from a cell that somebody reads; at its end to what went wrong first. */
    private void follow(ApplyBoard board, boolean over) {
        Optional<ApplyBoard.Place> last = board.last();
        if (!last.equals(followed)) {
            followed = last;
            if (!table.hasFocus()) {
                last.ifPresent(table::choose);
            }
        }
        if (over && !ended) {
            presenter.firstBad().ifPresent(table::choose);
        }
        ended = over;
    }

    private void showLog() {
        table.log().filter(text -> !text.equals(log.getText())).ifPresent(text -> {
            log.setText(text);
            if (presenter.now().isRunning()) {
                log.setSelection(text.length());
            }
        });
    }

    @Override
    public void setFocus() {
        if (presenter.canStart()) {
            // What changes nothing is what Enter does.
            buttons[0].setFocus();
        } else if (presenter.now().board().isPresent()) {
            table.setFocus();
        } else {
            stack.setFocus();
        }
    }

    @Override
    public void dispose() {
        applies.removeListener(onNews);
        edited.stop();
        super.dispose();
    }
}
