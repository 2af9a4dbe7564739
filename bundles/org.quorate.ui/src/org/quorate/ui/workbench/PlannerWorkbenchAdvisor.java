// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.quorate.ui.Desktop;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.welcome.WelcomeInput;

/** What the workbench shows first, and what it asks before it closes. */
public final class PlannerWorkbenchAdvisor extends WorkbenchAdvisor {

    private final Desktop desktop;
    private final String[] arguments;

    /** @param arguments scenario files to open */
    public PlannerWorkbenchAdvisor(Desktop desktop, String[] arguments) {
        this.desktop = desktop;
        this.arguments = arguments.clone();
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
        // Where PartFactory finds it: extensions are built by the platform, not by us.
        PlatformUI.getWorkbench().getService(IEclipseContext.class).set(Desktop.class, desktop);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new PlannerWindowAdvisor(configurer);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Ids.PERSPECTIVE;
    }

    @Override
    public void postStartup() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window.getActivePage();
        for (String argument : arguments) {
            open(page, argument);
        }
        if (page.getEditorReferences().length == 0) {
            WelcomeInput.open(page);
        }
    }

    private void open(IWorkbenchPage page, String argument) {
        try {
            new ScenarioEditors(desktop.store(), desktop.recentFiles()).open(page, Path.of(argument));
        } catch (InvalidPathException e) {
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), Messages.Open_failed, e.getMessage());
        }
    }

    @Override
    public boolean preShutdown() {
        int running = desktop.runs().running();
        return running == 0 || MessageDialog.openConfirm(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                Messages.Exit_running_title, Messages.bind(Messages.Exit_running, running)) && desktop.runs().cancelAll();
    }
}
