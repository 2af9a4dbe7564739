// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.newscenario;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.quorate.app.NewScenario;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;

/** Asks for a workload, a cluster and a name, with the cost of what is chosen on every page, and hands the scenario's text on. */
public final class NewScenarioWizard extends Wizard {

    /** So long after a choice: letters that follow each other at once are checked once. */
    private static final long DELAY_MILLIS = 20;

    private final NewScenarioPresenter presenter;
    private final Consumer<NewScenarioResult> finish;
    private final Job job = Job.createSystem(Messages.Estimate_job, this::check);
    private final Display display;
    private List<ChoicesPage> pages = List.of();
    private volatile NewScenario wanted;
    private CheckedScenario checked;

    /**
     * What was asked for.
     *
     * @param name of the scenario
     * @param text of its file
     */
    public record NewScenarioResult(String name, String text) {
    }

    /** @param finish takes the scenario when the wizard is done */
    public NewScenarioWizard(Display display, NewScenarioPresenter presenter, Consumer<NewScenarioResult> finish) {
        this.display = display;
        this.presenter = presenter;
        this.finish = finish;
        job.setPriority(Job.INTERACTIVE);
        setWindowTitle(Messages.New_title);
    }

    @Override
    public void addPages() {
        pages = List.of(new WorkloadPage(presenter, this::changed), new ClusterPage(presenter, this::changed),
                new NamePage(presenter, this::changed));
        pages.forEach(this::addPage);
    }

    @Override
    public void createPageControls(Composite container) {
        Look.page(container.getShell());
        super.createPageControls(container);
        changed();
    }

    private void changed() {
        wanted = presenter.choices();
        job.cancel();
        job.schedule(DELAY_MILLIS);
    }

    private IStatus check(IProgressMonitor monitor) {
        NewScenario choices = wanted;
        try {
            CheckedScenario result = presenter.check(choices, monitor::isCanceled);
            if (!monitor.isCanceled() && !display.isDisposed()) {
                display.asyncExec(() -> show(result));
            }
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        } catch (RuntimeException e) {
            ILog.of(NewScenarioWizard.class).error(e.getMessage(), e);
        }
        return Status.OK_STATUS;
    }

    private void show(CheckedScenario result) {
        Shell shell = getShell();
        if (shell != null && !shell.isDisposed() && result.choices() == wanted) {
            checked = result;
            IWizardPage front = getContainer().getCurrentPage();
            pages.stream().filter(page -> page != front).forEach(ChoicesPage::refresh);
            pages.forEach(page -> page.show(result));
            getContainer().updateButtons();
        }
    }

    /** While a choice is being checked, the outcome of the last one counts: buttons that flicker are restless. */
    @Override
    public boolean canFinish() {
        return checked != null && checked.scenario().isPresent();
    }

    @Override
    public boolean performFinish() {
        if (checked.choices() != wanted) {
            show(presenter.check(wanted, () -> false));
            if (!canFinish()) {
                return false;
            }
        }
        finish.accept(new NewScenarioResult(checked.choices().name(), checked.text()));
        return true;
    }

    @Override
    public void dispose() {
        job.cancel();
        super.dispose();
    }
}
