// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.diagnostics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Messages;
import org.quorate.ui.PageDialog;

/** Shows every line of the diagnostics before a file is written: what goes out of the house should be seen first. */
public final class DiagnosticsDialog extends PageDialog {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 360;

    private final DiagnosticsCollector collector;
    private final DiagnosticsArchive archive;
    private final List<DiagnosticsCollector.OpenScenario> scenarios;
    private final Function<Shell, Optional<Path>> chooser;
    private List<Diagnostic> collected = List.of();
    private Button withScenarios;
    private org.eclipse.swt.widgets.List files;
    private Text preview;

    /**
     * @param scenarios that are open
     * @param chooser   asks for the file to write
     */
    public DiagnosticsDialog(Shell parent, DiagnosticsCollector collector, DiagnosticsArchive archive,
            List<DiagnosticsCollector.OpenScenario> scenarios, Function<Shell, Optional<Path>> chooser) {
        super(parent, Messages.Diagnostics_title, "diagnostics");
        this.collector = collector;
        this.archive = archive;
        this.scenarios = List.copyOf(scenarios);
        this.chooser = chooser;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void fill(Composite area) {
        paragraph(area, Messages.Diagnostics_intro, WIDTH);
        SashForm sash = new SashForm(area, SWT.HORIZONTAL);
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.widthHint = WIDTH;
        data.heightHint = HEIGHT;
        sash.setLayoutData(data);
        files = new org.eclipse.swt.widgets.List(sash, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL);
        files.addListener(SWT.Selection, event -> showChosen());
        AccessibleNames.set(files, Messages.Diagnostics_files);
        preview = new Text(sash, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        preview.setFont(JFaceResources.getTextFont());
        AccessibleNames.set(preview, Messages.Diagnostics_preview);
        sash.setWeights(20, 80);
        withScenarios = new Button(area, SWT.CHECK);
        withScenarios.setText(Messages.Diagnostics_with_scenarios);
        withScenarios.setEnabled(!scenarios.isEmpty());
        withScenarios.addListener(SWT.Selection, event -> collect());
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.Diagnostics_save, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        collect();
    }

    private void collect() {
        boolean with = withScenarios.getSelection();
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        inBackground(() -> {
            List<Diagnostic> found = collector.collect(scenarios, with);
            return () -> {
                // After a quick change of mind what was asked first may come last.
                if (withScenarios.getSelection() == with) {
                    show(found);
                }
            };
        });
    }

    private void show(List<Diagnostic> found) {
        collected = found;
        int chosen = Math.max(0, files.getSelectionIndex());
        files.setItems(found.stream().map(Diagnostic::name).toArray(String[]::new));
        files.select(Math.min(chosen, found.size() - 1));
        showChosen();
        getButton(IDialogConstants.OK_ID).setEnabled(true);
    }

    private void showChosen() {
        if (files.getSelectionIndex() >= 0) {
            preview.setText(collected.get(files.getSelectionIndex()).text());
        }
    }

    @Override
    protected void okPressed() {
        List<Diagnostic> found = collected;
        chooser.apply(getShell()).ifPresent(file -> {
            getButton(IDialogConstants.OK_ID).setEnabled(false);
            inBackground(() -> {
                archive.write(file, found);
                return () -> written(file);
            });
        });
    }

    private void written(Path file) {
        Composite owner = getShell().getParent();
        super.okPressed();
        MessageDialog.openInformation((Shell) owner, Messages.Diagnostics_done_title, Messages.bind(Messages.Diagnostics_done, file));
    }

    /** What takes a moment and, when it is done, what is to be shown. */
    @FunctionalInterface
    private interface Work {
        Runnable run() throws IOException;
    }

    private void inBackground(Work work) {
        Shell shell = getShell();
        Job job = Job.createSystem(Messages.Diagnostics_title, (ICoreRunnable) monitor -> {
            Runnable then = result(work);
            if (!shell.isDisposed()) {
                shell.getDisplay().asyncExec(() -> {
                    if (!shell.isDisposed()) {
                        then.run();
                    }
                });
            }
        });
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    private Runnable result(Work work) {
        try {
            return work.run();
        } catch (IOException e) {
            return () -> {
                MessageDialog.openError(getShell(), Messages.Diagnostics_title, Messages.bind(Messages.Diagnostics_failed, e.getMessage()));
                getButton(IDialogConstants.OK_ID).setEnabled(!collected.isEmpty());
            };
        }
    }
}
