// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.function.Supplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.newscenario.NewScenarioPresenter;
import org.quorate.ui.newscenario.NewScenarioWizard;

/** File &gt; New scenario: asks what it is to be like, and opens it in an editor. */
public final class NewScenarioHandler extends AbstractHandler {

    private final ScenarioEditors editors;
    private final Supplier<NewScenarioPresenter> presenters;

    /** @param presenters makes a presenter, which takes a moment */
    public NewScenarioHandler(ScenarioEditors editors, Supplier<NewScenarioPresenter> presenters) {
        this.editors = editors;
        this.presenters = presenters;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Display display = window.getShell().getDisplay();
        Job job = Job.createSystem(Messages.New_title, (ICoreRunnable) monitor -> {
            NewScenarioPresenter presenter = presenters.get();
            display.asyncExec(() -> open(window, presenter));
        });
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
        return null;
    }

    private void open(IWorkbenchWindow window, NewScenarioPresenter presenter) {
        if (!window.getShell().isDisposed()) {
            new WizardDialog(window.getShell(), new NewScenarioWizard(window.getShell().getDisplay(), presenter,
                    made -> editors.openNew(window.getActivePage(), made.name(), made.text()))).open();
        }
    }
}
