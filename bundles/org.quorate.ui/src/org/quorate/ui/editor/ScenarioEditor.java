// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.time.Instant;
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
import org.quorate.ui.document.Autosave;
import org.quorate.ui.document.Autosaves;
import org.quorate.ui.document.DocumentStore;
import org.quorate.ui.document.RecentFiles;
import org.quorate.ui.document.Recovery;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.form.FormSection;
import org.quorate.ui.workbench.Theme;

/** Edits one scenario: a page gives the overview, one has each of its parts, and one the text. All work on the same session. */
public final class ScenarioEditor extends MultiPageEditorPart implements SessionEditor {

    private static final int TEXT_PAGE = FormSection.values().length;

    private final DocumentStore store;
    private final RecentFiles recent;
    private final FieldTitles titles;
    private final Icons icons;
    private final Theme theme;
    private final EstimateScenario estimates;
    private final Autosaves autosaves;
    private final Runnable onChange = this::sessionChanged;
    private ScenarioSession session;
    private Autosave autosave;
    private Optional<DocumentStore.Stored> stored = Optional.empty();
    private final List<FormPage> formPages = new ArrayList<>();
    private YamlPage yamlPage;

    public ScenarioEditor(DocumentStore store, RecentFiles recent, FieldTitles titles, Icons icons, Theme theme,
            EstimateScenario estimates, Autosaves autosaves) {
        this.estimates = estimates;
        this.autosaves = autosaves;
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
        autosave = autosaves.follow(session, this::unsaved);
        setPartName(scenario.getName());
    }

    /** What a crash would take. */
    private Optional<Recovery> unsaved() {
        String base = stored.map(DocumentStore.Stored::digestText).orElse("");
        return isDirty() || !session.refused().isEmpty()
                ? Optional.of(Recovery.of(session, input().file(), input().title(), base, Instant.now())) : Optional.empty();
    }

    /**
     * Takes over what was edited before a crash, as one edit that undo takes back.
     *
     * @param kept called in another thread once a crash cannot take it any more
     */
    public void recover(Recovery recovery, Runnable kept) {
        session.replaceText(recovery.text(), Messages.Edit_recovery, null);
        if (session.document().isPresent()) {
            recovery.refused().forEach((path, value) -> session.setField(path, value, Messages.Edit_recovery));
        }
        // Whoever has changed the file since is asked about when it is saved.
        stored = stored.map(now -> recovery.base().isEmpty() ? now : now.asSeen(recovery.base()));
        if (unsaved().isPresent()) {
            autosave.writeNow(kept);
        } else {
            autosaves.inBackground(kept);
        }
    }

    @Override
    protected void createPages() {
        EstimateBar estimate = new EstimateBar(session, estimates);
        for (FormSection section : FormSection.values()) {
            FormPage page = new FormPage(section, session, titles, icons, theme, estimate);
            formPages.add(page);
            setPageText(addPage(page.create(getContainer())), page.title());
        }
        formPages.get(0).shown();
        yamlPage = new YamlPage(session);
        addPage(yamlPage.create(getContainer(), theme));
        setPageText(TEXT_PAGE, Messages.Editor_text_page);
    }

    @Override
    protected void pageChange(int newPage) {
        // First: the page is given the focus there.
        if (newPage < TEXT_PAGE) {
            formPages.get(newPage).shown();
        }
        super.pageChange(newPage);
    }

    @Override
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
        return session != null && (session.isDirty() || stored.isEmpty() && (input().work() || session.undoName().isPresent()));
    }

    private ScenarioInput input() {
        return (ScenarioInput) getEditorInput();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        Optional<Path> file = input().file();
        boolean done = mayLeaveOut()
                && (file.isEmpty() ? saveAs() : mayReplace(file.get()) && write(file.get()));
        // Else who closes the editor would lose what is in it.
        monitor.setCanceled(!done);
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
        saveAs();
    }

    private boolean saveAs() {
        FileDialog dialog = new FileDialog(shell(), SWT.SAVE);
        dialog.setText(Messages.Save_title);
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.yaml"});
        dialog.setFilterNames(new String[] {Messages.Open_scenarios});
        ScenarioInput input = input();
        input.file().ifPresent(file -> dialog.setFilterPath(file.getParent().toString()));
        dialog.setFileName(input.file().map(file -> file.getFileName().toString()).orElse(input.title() + ".quorate.yaml"));
        String chosen = dialog.open();
        return chosen != null && write(Path.of(chosen));
    }

    private boolean write(Path file) {
        try {
            stored = Optional.of(store.write(file, session.text()));
        } catch (IOException e) {
            MessageDialog.openError(shell(), Messages.Save_failed_title,
                    Messages.bind(Messages.Save_failed, file, e.getMessage()));
            return false;
        }
        ScenarioInput input = ScenarioInput.of(file);
        setInputWithNotify(input);
        setPartName(input.getName());
        recent.add(file);
        session.saved();
        return true;
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
            autosave.close();
        }
        super.dispose();
    }
}
