// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.util.Optional;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbench;
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
import org.quorate.ui.opening.OpenRequests;
import org.quorate.ui.opening.ScenarioPaths;
import org.quorate.ui.recovery.RecoveryPages;
import org.quorate.ui.welcome.WelcomeInput;

/** What the workbench shows first, and what it asks before it closes. */
public class PlannerWorkbenchAdvisor extends WorkbenchAdvisor {

    private final OpenRequests requests;
    private Desktop desktop;

    /** @param requests for scenarios, before there is a window and later */
    public PlannerWorkbenchAdvisor(OpenRequests requests) {
        this.requests = requests;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
        desktop = Desktop.create(PlatformUI.getWorkbench());
        // Where PartFactory finds it: extensions are built by the platform, not by us.
        PlatformUI.getWorkbench().getService(IEclipseContext.class).set(Desktop.class, desktop);
    }

    @Override
    public void preStartup() {
        desktop.views().theme().start();
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new PlannerWindowAdvisor(configurer, desktop.files().editors());
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Ids.PERSPECTIVE;
    }

    @Override
    public void postStartup() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window.getActivePage();
        requests.serve(this::open);
        if (page.getEditorReferences().length == 0) {
            WelcomeInput.open(page);
        }
        new RecoveryPages(desktop.files().autosaves(), desktop.files().recoveries()).check(page, false);
        StartTrial.begin(window);
        // Not before: how long the start takes is another question.
        WatchedDisplay.start(window.getShell().getDisplay(), desktop.watch());
    }

    /** In the window in front. */
    private void open(String file) {
        IWorkbench workbench = PlatformUI.getWorkbench();
        IWorkbenchWindow window = Optional.ofNullable(workbench.getActiveWorkbenchWindow())
                .orElseGet(() -> workbench.getWorkbenchWindows()[0]);
        ScenarioPaths.path(file).ifPresentOrElse(path -> desktop.files().editors().open(window.getActivePage(), path),
                () -> MessageDialog.openError(window.getShell(), Messages.Open_failed, Messages.bind(Messages.Open_missing, file)));
        window.getShell().forceActive();
    }

    /** Editors ask for what is not saved; this asks for what is still running. */
    @Override
    public boolean preShutdown() {
        int running = desktop.work().runs().running().size() + desktop.nodes().runs().running().size();
        if (running == 0) {
            return true;
        }
        boolean leave = MessageDialog.openConfirm(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                Messages.Exit_running_title, Messages.bind(Messages.Exit_running, running));
        if (leave) {
            desktop.work().runs().cancelAll();
            desktop.nodes().runs().cancelAll();
        }
        return leave;
    }

    /** Nothing is edited any more: what was saved or given up is not to be recovered. */
    @Override
    public void postShutdown() {
        desktop.watch().stop();
        desktop.files().autosaves().close();
        super.postShutdown();
    }
}
