// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.opening.OpenRequests;
import org.quorate.ui.opening.OpenServer;
import org.quorate.ui.opening.ScenarioPaths;
import org.quorate.ui.workbench.PlannerWorkbenchAdvisor;

/** Runs the workbench until its last window closes. */
public final class Application implements IApplication {

    /** Names the folder for window layouts, preferences and the error log; the start script sets it. */
    static final String STATE = "org.quorate.state";
    private static final int MOST_AT_ONCE = 20;

    @Override
    public Object start(IApplicationContext context) throws IOException {
        List<String> arguments = List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
        boolean alone = Platform.getInstanceLocation().isSet();
        if (!alone && handsOver(arguments)) {
            return EXIT_OK;
        }
        claimState(Platform.getInstanceLocation());
        Display.setAppName(Messages.Product_name);
        Display display = PlatformUI.createDisplay();
        OpenRequests requests = new OpenRequests(arguments);
        Optional<OpenServer> server = alone ? Optional.empty() : OpenServer.start(state(), files -> open(display, requests, files));
        try {
            // How macOS hands over files, the first of them before there is a window.
            display.addListener(SWT.OpenDocument, event -> requests.add(event.text));
            int code = PlatformUI.createAndRunWorkbench(display, new PlannerWorkbenchAdvisor(requests));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            if (server.isPresent()) {
                server.get().close();
            }
            display.dispose();
            Platform.getInstanceLocation().release();
        }
    }

    /** Folder for all that this user's desktops keep. */
    private static Path state() {
        return Path.of(System.getProperty(STATE, System.getProperty("user.home") + "/.quorate"));
    }

    /** Files are opened by the desktop that runs, if one does; what is no path is told in a window of its own. */
    private static boolean handsOver(List<String> arguments) {
        List<Path> files = arguments.stream().map(ScenarioPaths::path).flatMap(Optional::stream).map(Path::toAbsolutePath).toList();
        return files.size() == arguments.size() && OpenServer.handOver(state(), files);
    }

    /** From another thread: what a second program was started with. */
    private static CompletableFuture<Void> open(Display display, OpenRequests requests, List<String> files) {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        try {
            display.asyncExec(() -> {
                // Before a file is opened: that may ask something.
                begun.complete(null);
                files.forEach(requests::add);
            });
        } catch (SWTException e) {
            // This program is ending.
            begun.completeExceptionally(e);
        }
        return begun;
    }

    /** A second program at the same time has a state of its own, so that the two do not overwrite each other's. */
    private static void claimState(Location location) throws IOException {
        if (location.isSet()) {
            location.lock();
            return;
        }
        Path state = state();
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
