// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

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
import org.quorate.ui.recovery.RecoveryPages;
import org.quorate.ui.welcome.WelcomeInput;

/** What the workbench shows first, and what it asks before it closes. */
public class PlannerWorkbenchAdvisor extends WorkbenchAdvisor {

    private final List<String> files;
    private Desktop desktop;

    /** @param files scenarios to open */
    public PlannerWorkbenchAdvisor(List<String> files) {
        this.files = List.copyOf(files);
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
        desktop.theme().start();
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
        files.forEach(file -> open(page, file));
        if (page.getEditorReferences().length == 0) {
            WelcomeInput.open(page);
        }
        new RecoveryPages(desktop.autosaves(), desktop.recoveries()).check(page, false);
    }

    private void open(IWorkbenchPage page, String file) {
        try {
            desktop.editors().open(page, Path.of(file));
        } catch (InvalidPathException e) {
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), Messages.Open_failed, e.getMessage());
        }
    }

    /** Editors ask for what is not saved; this asks for what is still running. */
    @Override
    public boolean preShutdown() {
        int running = desktop.runs().running().size();
        if (running == 0) {
            return true;
        }
        boolean leave = MessageDialog.openConfirm(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(),
                Messages.Exit_running_title, Messages.bind(Messages.Exit_running, running));
        if (leave) {
            desktop.runs().cancelAll();
        }
        return leave;
    }

    /** Nothing is edited any more: what was saved or given up is not to be recovered. */
    @Override
    public void postShutdown() {
        desktop.autosaves().close();
        super.postShutdown();
    }
}
