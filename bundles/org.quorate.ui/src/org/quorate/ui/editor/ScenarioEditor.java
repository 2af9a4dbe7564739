// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.quorate.app.EstimateScenario;
import org.quorate.model.yaml.Problem;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.document.DocumentStore;
import org.quorate.ui.document.RecentFiles;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.form.FormSection;
import org.quorate.ui.workbench.Theme;

/** Edits one scenario: a page gives the overview, one has each of its parts, and one the text. All work on the same session. */
public final class ScenarioEditor extends MultiPageEditorPart {

    private static final int TEXT_PAGE = FormSection.values().length;

    private final DocumentStore store;
    private final RecentFiles recent;
    private final FieldTitles titles;
    private final Icons icons;
    private final Theme theme;
    private final EstimateScenario estimates;
    private final Runnable onChange = this::sessionChanged;
    private ScenarioSession session;
    private Optional<DocumentStore.Stored> stored = Optional.empty();
    private final List<FormPage> formPages = new ArrayList<>();
    private YamlPage yamlPage;

    public ScenarioEditor(DocumentStore store, RecentFiles recent, FieldTitles titles, Icons icons, Theme theme,
            EstimateScenario estimates) {
        this.estimates = estimates;
        this.store = store;
        this.recent = recent;
        this.titles = titles;
        this.icons = icons;
        this.theme = theme;
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        super.init(site, input);
        ScenarioInput scenario = (ScenarioInput) input;
        try {
            if (scenario.file().isPresent()) {
                stored = Optional.of(store.read(scenario.file().get()));
                recent.add(scenario.file().get());
            }
        } catch (IOException e) {
            throw new PartInitException(Status.error(Messages.bind(Messages.Open_unreadable, e.getMessage()), e));
        }
        session = new ScenarioSession(scenario.getName(), stored.map(DocumentStore.Stored::text).orElse(scenario.text()));
        session.onChange(onChange);
        setPartName(scenario.getName());
    }

    @Override
    protected void createPages() {
        EstimateBar estimate = new EstimateBar(session, estimates);
        for (FormSection section : FormSection.values()) {
            FormPage page = new FormPage(section, session, titles, icons, theme, estimate);
            formPages.add(page);
            setPageText(addPage(page.create(getContainer())), page.title());
        }
        yamlPage = new YamlPage(session);
        addPage(yamlPage.create(getContainer(), theme));
        setPageText(TEXT_PAGE, Messages.Editor_text_page);
    }

    @Override
    protected void pageChange(int newPage) {
        super.pageChange(newPage);
        if (newPage < TEXT_PAGE) {
            formPages.get(newPage).shown();
        }
    }

    /** What is edited here. */
    public ScenarioSession session() {
        return session;
    }

    private void sessionChanged() {
        firePropertyChange(PROP_DIRTY);
        ICommandService commands = getSite().getService(ICommandService.class);
        commands.refreshElements(Ids.UNDO_COMMAND, null);
        commands.refreshElements(Ids.REDO_COMMAND, null);
    }

    /** Shows where a problem is: its field if the form has one, else its place in the text. */
    public void reveal(Problem problem) {
        getSite().getPage().activate(this);
        if (getActivePage() != TEXT_PAGE && session.document().isPresent()) {
            show(problem.path());
            return;
        }
        setActivePage(TEXT_PAGE);
        yamlPage.reveal(problem.line(), problem.column());
    }

    /** Shows a field, or the nearest place around it that the form has. */
    public void reveal(String path) {
        getSite().getPage().activate(this);
        show(path);
    }

    /** On the page of its part. */
    private void show(String path) {
        int page = FormSection.of(path).ordinal();
        setActivePage(page);
        formPages.get(page).reveal(path);
    }

    @Override
    public boolean isDirty() {
        return session != null && (session.isDirty() || stored.isEmpty() && session.undoName().isPresent());
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        Optional<Path> file = ((ScenarioInput) getEditorInput()).file();
        if (!mayLeaveOut()) {
            monitor.setCanceled(true);
        } else if (file.isEmpty()) {
            doSaveAs();
        } else if (mayReplace(file.get())) {
            write(file.get(), monitor);
        } else {
            monitor.setCanceled(true);
        }
    }

    /** Values that are shown but not taken over would be lost without a word. */
    private boolean mayLeaveOut() {
        Map<String, ScenarioSession.Refused> refused = session.refused();
        String list = String.join("\n", refused.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue().value()).toList());
        return refused.isEmpty() || MessageDialog.openConfirm(shell(), Messages.Save_refused_title,
                Messages.bind(Messages.Save_refused, refused.size(), list));
    }

    /** Nobody else's change is overwritten unasked. */
    private boolean mayReplace(Path file) {
        try {
            boolean untouched = stored.isPresent() && !store.changedSince(file, stored.get());
            return untouched || MessageDialog.openConfirm(shell(), Messages.Save_changed_title,
                    Messages.bind(Messages.Save_changed, file));
        } catch (IOException e) {
            return MessageDialog.openConfirm(shell(), Messages.Save_changed_title,
                    Messages.bind(Messages.Save_changed, file));
        }
    }

    @Override
    public void doSaveAs() {
        FileDialog dialog = new FileDialog(shell(), SWT.SAVE);
        dialog.setText(Messages.Save_title);
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.yaml"});
        dialog.setFilterNames(new String[] {Messages.Open_scenarios});
        ScenarioInput input = (ScenarioInput) getEditorInput();
        input.file().ifPresent(file -> dialog.setFilterPath(file.getParent().toString()));
        dialog.setFileName(input.file().map(file -> file.getFileName().toString()).orElse(input.title() + ".yaml"));
        String chosen = dialog.open();
        if (chosen != null) {
            write(Path.of(chosen), null);
        }
    }

    private void write(Path file, IProgressMonitor monitor) {
        try {
            stored = Optional.of(store.write(file, session.text()));
        } catch (IOException e) {
            if (monitor != null) {
                monitor.setCanceled(true);
            }
            MessageDialog.openError(shell(), Messages.Save_failed_title,
                    Messages.bind(Messages.Save_failed, file, e.getMessage()));
            return;
        }
        ScenarioInput input = ScenarioInput.of(file);
        setInputWithNotify(input);
        setPartName(input.getName());
        recent.add(file);
        session.saved();
    }

    @Override
    public boolean isSaveAsAllowed() {
        return true;
    }

    private Shell shell() {
        return getSite().getShell();
    }

    @Override
    public void setFocus() {
        if (getActivePage() == TEXT_PAGE) {
            yamlPage.setFocus();
        } else {
            formPages.get(getActivePage()).setFocus();
        }
    }

    @Override
    public void dispose() {
        if (session != null) {
            session.removeListener(onChange);
        }
        super.dispose();
    }
}
