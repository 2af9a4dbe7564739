// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PlatformUI;
import org.quorate.app.ExportScripts;
import org.quorate.provision.difference.ExportDifference;
import org.quorate.provision.directory.ExportRefusedException;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.PagePart;
import org.quorate.ui.ViewTools;
import org.quorate.ui.workbench.Theme;

/** The scripts for a scenario: every file can be read before any is written, and compared with those of a former export. */
public final class ScriptsPart extends PagePart {

    private static final int COLUMNS = 6;

    private final ExportScripts scripts;
    private final FormerFolders folders;
    private final Theme theme;
    private final ViewTools tools;
    private final FileTree tree = new FileTree();
    private ScriptsPresenter presenter;
    private Combo labels;
    private Combo forms;
    private Button export;
    private Label summary;
    private FilePreview preview;
    private DifferencePage difference;
    private SashForm sash;

    public ScriptsPart(ExportScripts scripts, FormerFolders folders, Theme theme, ViewTools tools) {
        this.scripts = scripts;
        this.folders = folders;
        this.theme = theme;
        this.tools = tools;
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        super.init(site, input);
        presenter = new ScriptsPresenter(scripts, ((ScriptsInput) input).scenario(), folders);
    }

    public ScriptsPresenter presenter() {
        return presenter;
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(COLUMNS, false);
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        layout.horizontalSpacing = 12;
        layout.verticalSpacing = 8;
        page.setLayout(layout);
        Look.page(page);
        createHeader(page);
        sash = new SashForm(page, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, COLUMNS, 1));
        preview = new FilePreview(theme);
        tree.create(sash, preview::show);
        CTabFolder tabs = new CTabFolder(sash, SWT.BORDER | SWT.TOP);
        tab(tabs, ScriptsMessages.Scripts_preview).setControl(preview.create(tabs));
        difference = new DifferencePage(theme, tools, this::askFormer);
        tab(tabs, ScriptsMessages.Scripts_difference).setControl(difference.create(tabs));
        tabs.setSelection(0);
        sash.setWeights(34, 66);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, "org.quorate.ui.scripts");
        refresh();
        plan();
    }

    private static CTabItem tab(CTabFolder tabs, String title) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        return item;
    }

    private void createHeader(Composite page) {
        Label label = new Label(page, SWT.NONE);
        label.setText(ScriptsMessages.Scripts_label);
        labels = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        labels.setItems(presenter.labels().toArray(String[]::new));
        labels.setText(presenter.label());
        labels.addListener(SWT.Selection, event -> {
            presenter.choose(labels.getText());
            plan();
        });
        Label form = new Label(page, SWT.NONE);
        form.setText(ScriptsMessages.Scripts_form);
        forms = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        forms.setItems(presenter.forms().toArray(String[]::new));
        forms.setText(presenter.form());
        forms.addListener(SWT.Selection, event -> {
            presenter.chooseForm(forms.getSelectionIndex());
            plan();
        });
        export = new Button(page, SWT.PUSH);
        export.setText(ScriptsMessages.Scripts_export);
        export.addListener(SWT.Selection, event -> askAndExport());
        Button verify = new Button(page, SWT.PUSH);
        verify.setText(ScriptsMessages.Scripts_verify);
        verify.addListener(SWT.Selection, event -> askAndVerify());
        summary = new Label(page, SWT.WRAP);
        summary.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS, 1));
    }

    /** What is done in the background, and then in the thread of the user interface. */
    @FunctionalInterface
    private interface Work {
        Runnable run() throws IOException;
    }

    private void inBackground(Work work, Path folder) {
        Job.create(ScriptsMessages.Scripts_job, monitor -> {
            Runnable then;
            try {
                then = work.run();
            } catch (IOException e) {
                then = () -> failed(folder, e);
            }
            Runnable shown = then;
            getSite().getWorkbenchWindow().getWorkbench().getDisplay().asyncExec(() -> {
                if (!sash.isDisposed()) {
                    shown.run();
                }
            });
            return (IStatus) Status.OK_STATUS;
        }).schedule();
    }

    private void plan() {
        Look.enable(export, false);
        inBackground(() -> {
            presenter.plan();
            return this::refresh;
        }, Path.of(""));
    }

    private void refresh() {
        summary.setText(Look.plain(presenter.summary()));
        Look.enable(export, presenter.canExport());
        Look.enable(forms, presenter.canExport());
        sash.setVisible(presenter.canExport());
        if (presenter.canExport()) {
            preview.clear();
            tree.show(presenter.files(), presenter.firstFile());
            compare();
        }
        summary.getParent().layout();
    }

    private void compare() {
        Optional<Path> former = presenter.former();
        if (former.isEmpty()) {
            difference.showNothing(former, ScriptsMessages.Scripts_never_exported);
            return;
        }
        String label = presenter.label();
        Path folder = former.get();
        inBackground(() -> {
            Runnable shown;
            try {
                Optional<ExportDifference> found = presenter.difference(folder);
                shown = () -> found.ifPresent(known -> difference.show(folder, known));
            } catch (IOException e) {
                shown = () -> difference.showNothing(former, e.getMessage());
            }
            Runnable now = shown;
            return () -> {
                if (label.equals(presenter.label())) {
                    now.run();
                }
            };
        }, folder);
    }

    private void askFormer() {
        Optional<Path> chosen = folder(ScriptsMessages.Scripts_former_title, ScriptsMessages.Scripts_former_ask);
        if (chosen.isPresent()) {
            presenter.compareWith(chosen.get());
            compare();
        }
    }

    private Optional<Path> folder(String title, String message) {
        DirectoryDialog dialog = new DirectoryDialog(getSite().getShell());
        dialog.setText(title);
        dialog.setMessage(message);
        presenter.former().ifPresent(former -> dialog.setFilterPath(former.toString()));
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    private void askAndExport() {
        DirectoryDialog dialog = new DirectoryDialog(getSite().getShell());
        dialog.setText(ScriptsMessages.Scripts_choose_title);
        dialog.setMessage(Messages.bind(ScriptsMessages.Scripts_choose, presenter.target(Path.of(""))));
        String chosen = dialog.open();
        if (chosen != null) {
            export(presenter.target(Path.of(chosen)), false);
        }
    }

    /** Writes the files and says so; what an export must not replace is asked about once. */
    private void export(Path folder, boolean replace) {
        inBackground(() -> {
            try {
                presenter.export(folder, replace);
                return () -> exported(folder);
            } catch (ExportRefusedException e) {
                return () -> refused(folder, replace, e);
            }
        }, folder);
    }

    private void exported(Path folder) {
        compare();
        MessageDialog dialog = new MessageDialog(getSite().getShell(), ScriptsMessages.Scripts_done_title, null, Messages.bind(ScriptsMessages.Scripts_done, folder),
                MessageDialog.INFORMATION, 1, ScriptsMessages.Scripts_open_folder, Messages.Output_close);
        if (dialog.open() == 0 && !Program.launch(folder.toUri().toString())) {
            MessageDialog.openError(getSite().getShell(), ScriptsMessages.Scripts_done_title, Messages.bind(Messages.Output_no_program, folder));
        }
    }

    private void refused(Path folder, boolean replaced, ExportRefusedException e) {
        if (replaced) {
            failed(folder, e);
        } else if (MessageDialog.openConfirm(getSite().getShell(), ScriptsMessages.Scripts_kept_title,
                Messages.bind(ScriptsMessages.Scripts_replace, e.getMessage()))) {
            export(folder, true);
        }
    }

    private void askAndVerify() {
        folder(ScriptsMessages.Scripts_verify_title, ScriptsMessages.Scripts_verify_ask).ifPresent(folder -> inBackground(() -> {
            ScriptsPresenter.Verified verified = presenter.verify(folder);
            return () -> MessageDialog.open(verified.unharmed() ? MessageDialog.INFORMATION : MessageDialog.WARNING, getSite().getShell(),
                    ScriptsMessages.Scripts_verify_title, verified.text(), SWT.NONE);
        }, folder));
    }

    private void failed(Path folder, IOException e) {
        MessageDialog.openError(getSite().getShell(), ScriptsMessages.Scripts_failed_title,
                Messages.bind(ScriptsMessages.Scripts_failed, folder, e.getMessage()));
    }

    @Override
    public void setFocus() {
        if (presenter.canExport()) {
            tree.setFocus();
        } else {
            labels.setFocus();
        }
    }
}
