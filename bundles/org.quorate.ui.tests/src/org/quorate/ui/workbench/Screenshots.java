// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;

/** Takes pictures of windows as they stand on the screen, into the folder that the system property names. */
final class Screenshots {

    /** Where they go; {@code docs/screenshots} of this project when they are to be kept. */
    private static final Path FOLDER = Path.of(System.getProperty("org.quorate.screenshots", "target/screenshots"));

    private Screenshots() {
    }

    static void take(RunningWorkbench workbench, String name) {
        workbench.settle();
        workbench.ui(() -> {
            write(workbench.window().getShell(), FOLDER.resolve(name + ".png"));
            workbench.forgive();
        });
    }

    /** Of a dialog. */
    static void take(RunningWorkbench workbench, Shell dialog, String name) {
        workbench.settle();
        workbench.ui(() -> write(dialog, FOLDER.resolve(name + ".png")));
    }

    private static void write(Shell shell, Path file) throws IOException {
        // What the frame of a window manager would take is not there on a bare screen, but counted.
        Rectangle client = shell.getClientArea();
        Point end = shell.toDisplay(client.x + client.width, client.y + client.height);
        Rectangle bounds = shell.getBounds();
        bounds.width = Math.min(bounds.width, end.x - bounds.x);
        bounds.height = Math.min(bounds.height, end.y - bounds.y);
        Image image = new Image(shell.getDisplay(), bounds.width, bounds.height);
        GC gc = new GC(shell.getDisplay());
        gc.copyArea(image, bounds.x, bounds.y);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        // In the pixels that the screen has, however dense it is.
        loader.data = new ImageData[] {image.getImageData(shell.getMonitor().getZoom())};
        image.dispose();
        Files.createDirectories(file.getParent());
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }
}
