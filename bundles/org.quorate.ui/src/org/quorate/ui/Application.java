// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.opening.OpenRequests;
import org.quorate.ui.workbench.PlannerWorkbenchAdvisor;

/** Runs the workbench until its last window closes. */
public final class Application implements IApplication {

    /** Names the folder for window layouts, preferences and the error log; the start script sets it. */
    static final String STATE = "org.quorate.state";
    private static final int MOST_AT_ONCE = 20;

    @Override
    public Object start(IApplicationContext context) throws IOException {
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        claimState(Platform.getInstanceLocation());
        Display.setAppName(Messages.Product_name);
        Display display = PlatformUI.createDisplay();
        try {
            OpenRequests requests = new OpenRequests(List.of(arguments));
            // How macOS hands over files, the first of them before there is a window.
            display.addListener(SWT.OpenDocument, event -> requests.add(event.text));
            int code = PlatformUI.createAndRunWorkbench(display, new PlannerWorkbenchAdvisor(requests));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
            Platform.getInstanceLocation().release();
        }
    }

    /** A second program at the same time has a state of its own, so that the two do not overwrite each other's. */
    private static void claimState(Location location) throws IOException {
        if (location.isSet()) {
            location.lock();
            return;
        }
        Path state = Path.of(System.getProperty(STATE, System.getProperty("user.home") + "/.quorate"));
        for (int i = 1; i <= MOST_AT_ONCE; i++) {
            Path folder = Files.createDirectories(state.resolve(i == 1 ? "workspace" : "workspace-" + i));
            if (location.set(folder.toUri().toURL(), true)) {
                return;
            }
        }
        throw new IOException("Quorate runs " + MOST_AT_ONCE + " times already");
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }
}
