// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.Messages;
import org.quorate.ui.report.ComparisonDocuments;
import org.quorate.ui.runs.ComparisonPart;
import org.quorate.ui.runs.ComparisonRun;

/** File &gt; Write report: stores the report of the comparison in front as one page in HTML. */
public final class WriteReportHandler extends AbstractHandler {

    private final ComparisonDocuments documents;

    public WriteReportHandler(ComparisonDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        if (HandlerUtil.getActiveEditor(event) instanceof ComparisonPart part) {
            Optional<ComparisonRun.Outcome> outcome = part.run().outcome();
            outcome.ifPresentOrElse(found -> ask(shell, part.run().name(), found),
                    () -> MessageDialog.openInformation(shell, Messages.Report_title, Messages.Report_not_ready));
        }
        return null;
    }

    private void ask(Shell shell, String name, ComparisonRun.Outcome outcome) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Messages.Report_title);
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.html"});
        dialog.setFilterNames(new String[] {Messages.Report_filter});
        dialog.setFileName(name + ".html");
        String chosen = dialog.open();
        if (chosen != null) {
            write(shell, Path.of(chosen), outcome);
        }
    }

    private void write(Shell shell, Path file, ComparisonRun.Outcome outcome) {
        try {
            documents.writeHtml(outcome.report(), file);
            MessageDialog.openInformation(shell, Messages.Report_done_title, Messages.bind(Messages.Report_done, file));
        } catch (IOException e) {
            MessageDialog.openError(shell, Messages.Report_title,
                    Messages.bind(Messages.Report_failed, file, e.getMessage()));
        }
    }
}
