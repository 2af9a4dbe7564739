// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.part.EditorPart;
import org.quorate.app.ReadTemplate;
import org.quorate.model.yaml.Problem;
import org.quorate.ui.Ids;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.ViewTools;
import org.quorate.ui.document.DocumentStore;
import org.quorate.ui.document.TemplateSession;
import org.quorate.ui.table.RowTable;
import org.quorate.ui.workbench.Theme;

/** Edits a template of reports as text; below it stands what is wrong with it and with the files that it names. */
public final class TemplateEditor extends EditorPart implements SessionEditor {

    /** So long after an edit: whoever types is not disturbed. */
    private static final long DELAY_MILLIS = 150;
    private static final int[] WEIGHTS = {78, 22};

    private final DocumentStore store;
    private final ReadTemplate templates;
    private final Theme theme;
    private final ViewTools tools;
    private final Runnable onChange = this::changed;
    private final Job job = Job.createSystem(Messages.Template_check_job, (ICoreRunnable) this::check);
    private TemplateSession session;
    private DocumentStore.Stored stored;
    /** The text that is to be checked; absent: none yet. */
    private volatile Optional<String> wanted = Optional.empty();
    private volatile Display display;
    private YamlPage page;
    private Label summary;
    private RowTable<Problem> problems;

    public TemplateEditor(DocumentStore store, ReadTemplate templates, Theme theme, ViewTools tools) {
        this.store = store;
        this.templates = templates;
        this.theme = theme;
        this.tools = tools;
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        try {
            stored = store.read(file());
        } catch (IOException e) {
            throw new PartInitException(Status.error(Messages.bind(Messages.Open_unreadable, e.getMessage()), e));
        }
        session = new TemplateSession(templates, file(), stored.text());
        session.onChange(onChange);
    }

    /** What is edited. */
    public Path file() {
        return ((TemplateInput) getEditorInput()).file();
    }

    @Override
    public TemplateSession session() {
        return session;
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        page = new YamlPage(session);
        page.create(sash, theme);
        Composite below = new Composite(sash, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginTop = 4;
        below.setLayout(layout);
        Look.page(below);
        summary = new Label(below, SWT.NONE);
        GridData line = new GridData(SWT.FILL, SWT.TOP, true, false);
        line.horizontalIndent = 8;
        summary.setLayoutData(line);
        problems = new RowTable<>(below, "templateProblems", tools);
        problems.named(Messages.Problems_list);
        problems.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        problems.column(Messages.Template_file, 150, problem -> String.valueOf(Path.of(problem.file()).getFileName()));
        problems.numberColumn(Messages.Problems_line, 70, Problem::line, problem -> String.valueOf(problem.line()));
        problems.column(Messages.Problems_field, 150, Problem::path);
        problems.column(Messages.Problems_what, 480, Problem::message);
        problems.column(Messages.Problems_allowed, 440, Problem::allowed);
        problems.onOpen(this::reveal);
        sash.setWeights(WEIGHTS);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(sash, "org.quorate.ui.report");
        changed();
    }

    private void reveal(Problem problem) {
        if (session.isHere(problem)) {
            page.reveal(problem.line(), problem.column());
        } else if (!Program.launch(Path.of(problem.file()).toUri().toString())) {
            MessageDialog.openError(getSite().getShell(), getPartName(), Messages.bind(Messages.Output_no_program, problem.file()));
        }
    }

    /** Puts the caret to the beginning of a line, from 1. */
    public void reveal(int line) {
        page.reveal(line, 1);
    }

    private void changed() {
        firePropertyChange(PROP_DIRTY);
        ICommandService commands = getSite().getService(ICommandService.class);
        commands.refreshElements(Ids.UNDO_COMMAND, null);
        commands.refreshElements(Ids.REDO_COMMAND, null);
        if (!wanted.equals(Optional.of(session.text()))) {
            wanted = Optional.of(session.text());
            job.cancel();
            job.schedule(DELAY_MILLIS);
        }
        if (problems != null) {
            session.everyProblem().ifPresent(this::show);
        }
    }

    private void show(List<Problem> found) {
        problems.show(found);
        summary.setText(found.isEmpty() ? Messages.Template_fine : Messages.bind(Messages.Template_problems, found.size()));
    }

    /** In the background: it reads what the template names. The editor may be closed meanwhile. */
    private void check(IProgressMonitor monitor) {
        String text = wanted.orElseThrow();
        List<Problem> found = session.check(text);
        if (monitor.isCanceled()) {
            return;
        }
        display.asyncExec(() -> {
            if (!summary.isDisposed()) {
                session.checked(text, found);
            }
        });
    }

    @Override
    public boolean isDirty() {
        return session != null && session.isDirty();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        try {
            // Nobody else's change is overwritten unasked.
            if (store.changedSince(file(), stored) && !MessageDialog.openConfirm(getSite().getShell(), Messages.Save_changed_title,
                    Messages.bind(Messages.Save_changed, file()))) {
                monitor.setCanceled(true);
                return;
            }
            stored = store.write(file(), session.text());
            session.saved();
        } catch (IOException e) {
            MessageDialog.openError(getSite().getShell(), Messages.Save_failed_title,
                    Messages.bind(Messages.Save_failed, file(), e.getMessage()));
            monitor.setCanceled(true);
        }
    }

    @Override
    public void doSaveAs() {
        throw new UnsupportedOperationException("a template has its place");
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void setFocus() {
        page.setFocus();
    }

    @Override
    public void dispose() {
        job.cancel();
        if (session != null) {
            session.removeListener(onChange);
        }
        super.dispose();
    }
}
