// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PlatformUI;
import org.quorate.provision.directory.ExportRefusedException;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.PagePart;

/** The scripts for a scenario: every file can be read before any is written. */
public final class ScriptsPart extends PagePart {

    private static final int COLUMNS = 5;

    private ScriptsPresenter presenter;
    private Combo labels;
    private Combo forms;
    private Button export;
    private Label summary;
    private TreeViewer tree;
    private StyledText preview;
    private SashForm sash;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        super.init(site, input);
        presenter = new ScriptsPresenter(((ScriptsInput) input).scenario());
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
        tree = new TreeViewer(sash, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        AccessibleNames.set(tree.getTree(), Messages.Scripts_files);
        tree.setContentProvider(new FileContent());
        tree.setLabelProvider(new FileLabels());
        tree.addSelectionChangedListener(event -> {
            if (event.getStructuredSelection().getFirstElement() instanceof FileNode node) {
                node.file().ifPresent(this::show);
            }
        });
        preview = new StyledText(sash, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        preview.setFont(JFaceResources.getTextFont());
        preview.setMargins(8, 6, 8, 6);
        AccessibleNames.set(preview, Messages.Scripts_preview);
        sash.setWeights(30, 70);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, "org.quorate.ui.scripts");
        refresh();
    }

    private void createHeader(Composite page) {
        Label label = new Label(page, SWT.NONE);
        label.setText(Messages.Scripts_label);
        labels = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        labels.setItems(presenter.labels().toArray(String[]::new));
        labels.setText(presenter.label());
        labels.addListener(SWT.Selection, event -> {
            presenter.choose(labels.getText());
            refresh();
        });
        Label form = new Label(page, SWT.NONE);
        form.setText(Messages.Scripts_form);
        forms = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        forms.setItems(presenter.forms().toArray(String[]::new));
        forms.setText(presenter.form());
        forms.addListener(SWT.Selection, event -> {
            presenter.chooseForm(forms.getSelectionIndex());
            refresh();
        });
        export = new Button(page, SWT.PUSH);
        export.setText(Messages.Scripts_export);
        export.addListener(SWT.Selection, event -> askAndExport());
        summary = new Label(page, SWT.WRAP);
        summary.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false, COLUMNS, 1));
    }

    private void refresh() {
        summary.setText(Look.plain(presenter.summary()));
        export.setEnabled(presenter.canExport());
        forms.setEnabled(presenter.canExport());
        sash.setVisible(presenter.canExport());
        tree.setInput(presenter.files());
        tree.expandToLevel(2);
        preview.setText("");
        presenter.firstFile().ifPresent(first -> presenter.files().stream()
                .filter(node -> node.file().filter(first::equals).isPresent()).findFirst()
                .ifPresent(node -> tree.setSelection(new StructuredSelection(node), true)));
        summary.getParent().layout();
    }

    private void show(GeneratedFile file) {
        // Prose is wrapped; a line of a script is a line.
        preview.setWordWrap(file.path().endsWith(".md"));
        preview.setText(file.content());
    }

    private void askAndExport() {
        DirectoryDialog dialog = new DirectoryDialog(getSite().getShell());
        dialog.setText(Messages.Scripts_choose_title);
        dialog.setMessage(Messages.bind(Messages.Scripts_choose, presenter.target(Path.of(""))));
        String chosen = dialog.open();
        if (chosen != null) {
            export(presenter.target(Path.of(chosen)), false);
        }
    }

    /** Writes the files and says so; what an export must not replace is asked about once. */
    private void export(Path folder, boolean replace) {
        try {
            presenter.export(folder, replace);
            MessageDialog.openInformation(getSite().getShell(), Messages.Scripts_done_title,
                    Messages.bind(Messages.Scripts_done, folder));
        } catch (ExportRefusedException e) {
            boolean again = !replace && MessageDialog.openConfirm(getSite().getShell(), Messages.Scripts_kept_title,
                    Messages.bind(Messages.Scripts_replace, e.getMessage()));
            if (again) {
                export(folder, true);
            } else if (replace) {
                failed(folder, e);
            }
        } catch (IOException e) {
            failed(folder, e);
        }
    }

    private void failed(Path folder, IOException e) {
        MessageDialog.openError(getSite().getShell(), Messages.Scripts_kept_title,
                Messages.bind(Messages.Scripts_failed, folder, e.getMessage()));
    }

    @Override
    public void setFocus() {
        if (presenter.canExport()) {
            tree.getControl().setFocus();
        } else {
            labels.setFocus();
        }
    }
}
