// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.results;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.quorate.app.results.KeptResult;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.ViewTools;
import org.quorate.ui.report.ReportView;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.Found;

/** The report of the kept result that is chosen, read in the background. Used by the user interface's thread. */
final class ResultPreview {

    /** Who goes through the list with the arrow keys waits for no report but the last. */
    private static final int PAUSE_MILLIS = 150;

    private final ResultsPresenter presenter;
    private final Reports reports;
    private final ViewTools tools;
    private Composite stack;
    private Label text;
    private Optional<String> shown = Optional.empty();
    private Optional<ReportView> report = Optional.empty();
    private Optional<Job> job = Optional.empty();

    ResultPreview(ResultsPresenter presenter, Reports reports, ViewTools tools) {
        this.presenter = presenter;
        this.reports = reports;
        this.tools = tools;
    }

    Control create(Composite parent) {
        stack = new Composite(parent, SWT.BORDER);
        stack.setLayout(new StackLayout());
        Look.page(stack);
        Composite empty = new Composite(stack, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 12;
        layout.marginHeight = 12;
        empty.setLayout(layout);
        text = new Label(empty, SWT.WRAP);
        text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        stack.addListener(SWT.Dispose, event -> job.ifPresent(Job::cancel));
        say(ResultsMessages.Results_preview_none);
        return stack;
    }

    /** Shows the report of one; of none or of several there is none to be shown. */
    void show(List<KeptResult> chosen) {
        Optional<String> wanted = chosen.size() == 1 ? Optional.of(chosen.get(0).id()) : Optional.empty();
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        job.ifPresent(Job::cancel);
        if (wanted.isEmpty()) {
            say(ResultsMessages.Results_preview_none);
        } else {
            load(chosen.get(0));
        }
    }

    private void load(KeptResult result) {
        Display display = stack.getDisplay();
        Job next = Job.createSystem(ResultsMessages.Results_title, monitor -> {
            Runnable then;
            try {
                Found found = presenter.found(result);
                // The first one looks for fonts.
                reports.painter();
                then = () -> show(found);
            } catch (IOException | RuntimeException e) {
                then = () -> say(Messages.bind(ResultsMessages.Results_failed, e.getMessage()));
            }
            if (!monitor.isCanceled() && !display.isDisposed()) {
                Runnable now = then;
                display.asyncExec(() -> {
                    if (!stack.isDisposed() && shown.equals(Optional.of(result.id()))) {
                        now.run();
                    }
                });
            }
            return Status.OK_STATUS;
        });
        job = Optional.of(next);
        next.schedule(PAUSE_MILLIS);
    }

    private void show(Found found) {
        Optional<ReportView> former = report;
        ReportView view = new ReportView(reports.painter(), tools);
        view.create(stack, found.report());
        report = Optional.of(view);
        top(view.control());
        former.ifPresent(old -> old.control().dispose());
    }

    private void say(String words) {
        text.setText(Look.plain(words));
        top(text.getParent());
        text.getParent().layout();
        report.ifPresent(old -> old.control().dispose());
        report = Optional.empty();
    }

    private void top(Control control) {
        ((StackLayout) stack.getLayout()).topControl = control;
        stack.layout();
    }
}
