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
import org.quorate.report.document.ReportDocument;
import org.quorate.ui.Messages;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.ResultPart;

/** File &gt; Write report: stores the report of the study in front as one page in HTML. */
public final class WriteReportHandler extends AbstractHandler {

    private final Reports reports;

    public WriteReportHandler(Reports reports) {
        this.reports = reports;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        if (HandlerUtil.getActiveEditor(event) instanceof ResultPart part) {
            Optional<ReportDocument> outcome = part.run().outcome();
            outcome.ifPresentOrElse(found -> ask(shell, part.run().study().document().scenario().name(), found),
                    () -> MessageDialog.openInformation(shell, Messages.Report_title, Messages.Report_not_ready));
        }
        return null;
    }

    private void ask(Shell shell, String name, ReportDocument report) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Messages.Report_title);
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.html"});
        dialog.setFilterNames(new String[] {Messages.Report_filter});
        dialog.setFileName(name + ".html");
        String chosen = dialog.open();
        if (chosen != null) {
            write(shell, Path.of(chosen), report);
        }
    }

    private void write(Shell shell, Path file, ReportDocument report) {
        try {
            reports.writeHtml(report, file);
            MessageDialog.openInformation(shell, Messages.Report_done_title, Messages.bind(Messages.Report_done, file));
        } catch (IOException e) {
            MessageDialog.openError(shell, Messages.Report_title,
                    Messages.bind(Messages.Report_failed, file, e.getMessage()));
        }
    }
}
