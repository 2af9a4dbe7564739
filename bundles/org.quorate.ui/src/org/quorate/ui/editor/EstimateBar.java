// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.quorate.app.EstimateScenario;
import org.quorate.model.Scenario;
import org.quorate.study.estimate.Estimate;
import org.quorate.ui.Messages;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.form.EstimateText;

/** A line below the form that estimates the scenario as it is edited. It follows a moment after the last edit, and never jumps. */
final class EstimateBar {

    /** So long after an edit: whoever types is not disturbed. */
    private static final long DELAY_MILLIS = 300;

    private final ScenarioSession session;
    private final EstimateScenario estimates;
    private final Runnable edited = this::edited;
    private Label label;
    private Job job;
    private volatile Scenario wanted;

    EstimateBar(ScenarioSession session, EstimateScenario estimates) {
        this.session = session;
        this.estimates = estimates;
    }

    Label create(Composite parent) {
        label = new Label(parent, SWT.NONE);
        label.setText(Messages.Estimate_none);
        job = Job.createSystem(Messages.Estimate_job, this::run);
        session.onChange(edited);
        label.addListener(SWT.Dispose, event -> {
            session.removeListener(edited);
            job.cancel();
        });
        edited();
        return label;
    }

    private void edited() {
        Optional<Scenario> scenario = session.scenario();
        scenario.ifPresent(present -> {
            wanted = present;
            job.schedule(DELAY_MILLIS);
        });
    }

    private IStatus run(IProgressMonitor monitor) {
        Scenario scenario = wanted;
        Estimate estimate = estimates.estimate(scenario);
        String line = EstimateText.line(estimate);
        String why = EstimateText.why(estimate);
        if (!label.isDisposed()) {
            label.getDisplay().asyncExec(() -> {
                if (!label.isDisposed() && scenario == wanted) {
                    label.setText(line);
                    label.setToolTipText(why.isEmpty() ? null : why);
                }
            });
        }
        return Status.OK_STATUS;
    }
}
