// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.quorate.app.EstimateScenario;
import org.quorate.model.Scenario;
import org.quorate.study.estimate.Estimate;
import org.quorate.ui.Messages;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.form.EstimateText;

/**
 * A line below each form that estimates the scenario as it is edited. It follows a few hundredths of a second after an edit; an estimate that
 * a later edit has overtaken is dropped. Used in the user interface's thread.
 */
final class EstimateBar {

    /** So long after an edit: letters that follow each other at once are estimated once. */
    private static final long DELAY_MILLIS = 20;

    private final ScenarioSession session;
    private final EstimateScenario estimates;
    private final Runnable edited = this::edited;
    private final List<Label> labels = new ArrayList<>();
    private final Job job = Job.createSystem(Messages.Estimate_job, this::run);
    private Display display;
    private String line = Messages.Estimate_none;
    private String why = "";
    private volatile Scenario wanted;

    EstimateBar(ScenarioSession session, EstimateScenario estimates) {
        this.session = session;
        this.estimates = estimates;
        job.setPriority(Job.INTERACTIVE);
    }

    /** Another line that says the same. */
    Label create(Composite parent) {
        Label label = new Label(parent, SWT.NONE);
        show(label, line, why);
        display = parent.getDisplay();
        if (labels.isEmpty()) {
            session.onChange(edited);
            edited();
        }
        labels.add(label);
        label.addListener(SWT.Dispose, event -> forget(label));
        return label;
    }

    private void forget(Label label) {
        labels.remove(label);
        if (labels.isEmpty()) {
            session.removeListener(edited);
            job.cancel();
        }
    }

    private void edited() {
        session.scenario().filter(scenario -> !scenario.equals(wanted)).ifPresent(scenario -> {
            wanted = scenario;
            job.cancel();
            job.schedule(DELAY_MILLIS);
        });
    }

    private IStatus run(IProgressMonitor monitor) {
        Scenario scenario = wanted;
        Estimate estimate;
        try {
            estimate = estimates.estimate(scenario, () -> monitor.isCanceled() || display.isDisposed());
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        }
        if (display.isDisposed()) {
            return Status.CANCEL_STATUS;
        }
        String figures = EstimateText.line(estimate);
        String reasons = EstimateText.why(estimate);
        display.asyncExec(() -> {
            if (scenario == wanted) {
                line = figures;
                why = reasons;
                labels.forEach(label -> show(label, line, why));
            }
        });
        return Status.OK_STATUS;
    }

    private static void show(Label label, String line, String why) {
        label.setText(line);
        label.setToolTipText(why.isEmpty() ? null : why);
    }
}
