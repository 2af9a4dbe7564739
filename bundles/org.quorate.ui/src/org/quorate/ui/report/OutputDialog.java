// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.quorate.ui.Messages;

/** Asks where something is written and in which form, writes it in the background, and offers to open it. */
public final class OutputDialog {

    /** Buttons of the dialog that says what was written. */
    private static final int OPEN = 0;
    private static final int SHOW_FOLDER = 1;

    private final Shell shell;
    private final String title;
    private final List<OutputForm> forms;

    /**
     * @param title of the dialogs
     * @param forms at least one
     */
    public OutputDialog(Shell shell, String title, List<OutputForm> forms) {
        this.shell = shell;
        this.title = title;
        this.forms = List.copyOf(forms);
    }

    /** @param name of the file that is proposed, without what names its form */
    public void open(String name) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(title);
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(forms.stream().map(OutputForm::filter).toArray(String[]::new));
        dialog.setFilterNames(forms.stream().map(OutputForm::filterName).toArray(String[]::new));
        dialog.setFilterIndex(0);
        dialog.setFileName(name + "." + forms.get(0).extension());
        String chosen = dialog.open();
        if (chosen != null) {
            OutputForm.Choice choice = OutputForm.choice(forms, dialog.getFilterIndex(), chosen);
            Path file = Path.of(choice.file());
            // The dialog has asked about the name that was typed: not about the one with an extension, nor about a folder beside it.
            if (mayReplace(choice.form().replaced(file, Path.of(chosen)))) {
                write(choice.form(), file);
            }
        }
    }

    private boolean mayReplace(List<Path> there) {
        String names = there.stream().map(Path::toString).collect(Collectors.joining("\n"));
        return there.isEmpty() || MessageDialog.openQuestion(shell, title,
                Messages.bind(there.size() == 1 ? Messages.Output_replace : Messages.Output_replace_all, names));
    }

    /** Writes in the background, whole or not at all, and says so. */
    public void write(OutputForm form, Path file) {
        Display display = shell.getDisplay();
        Job job = new Job(title) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                try {
                    form.writer().write(file);
                    display.asyncExec(() -> written(file));
                } catch (IOException | RuntimeException e) {
                    ILog.of(OutputDialog.class).warn(e.getMessage(), e);
                    display.asyncExec(() -> failed(file, e));
                }
                return Status.OK_STATUS;
            }
        };
        job.schedule();
    }

    private void written(Path file) {
        if (!shell.isDisposed()) {
            MessageDialog dialog = new MessageDialog(shell, Messages.Output_done_title, null, Messages.bind(Messages.Output_done, file),
                    MessageDialog.INFORMATION, 2, Messages.Output_open, Messages.Output_show_folder, Messages.Output_close);
            int chosen = dialog.open();
            if (chosen == OPEN || chosen == SHOW_FOLDER) {
                launch(chosen == OPEN ? file : file.toAbsolutePath().getParent());
            }
        }
    }

    private void launch(Path place) {
        if (!Program.launch(place.toUri().toString())) {
            MessageDialog.openError(shell, title, Messages.bind(Messages.Output_no_program, place));
        }
    }

    private void failed(Path file, Exception e) {
        if (!shell.isDisposed()) {
            MessageDialog.openError(shell, title, Messages.bind(Messages.Output_failed, file, e.getMessage()));
        }
    }
}
