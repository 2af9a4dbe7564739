// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.Messages;
import org.quorate.ui.report.OutputDialog;
import org.quorate.ui.report.OutputForm;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.Found;
import org.quorate.ui.runs.ResultPart;

/** File &gt; Write report, File &gt; Export data: stores what the study in front found. */
public final class WriteReportHandler extends AbstractHandler {

    private final Function<Found, List<OutputForm>> forms;
    private final String title;

    private WriteReportHandler(String title, Function<Found, List<OutputForm>> forms) {
        this.title = title;
        this.forms = forms;
    }

    /** For people to read. */
    public static WriteReportHandler ofReport(Reports reports) {
        return new WriteReportHandler(Messages.Report_title, found -> reports.forms(found.report()));
    }

    /** For other programs. */
    public static WriteReportHandler ofData() {
        return new WriteReportHandler(Messages.Data_title, Found::forms);
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        if (HandlerUtil.getActiveEditor(event) instanceof ResultPart part) {
            Optional<List<OutputForm>> offered = part.run().found().map(forms).filter(some -> !some.isEmpty());
            offered.ifPresentOrElse(some -> new OutputDialog(shell, title, some).open(part.run().study().name()),
                    () -> MessageDialog.openInformation(shell, title, Messages.Report_not_ready));
        }
        return null;
    }
}
