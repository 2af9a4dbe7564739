// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.quorate.ui.watch.UiWatch;

/** Has a display watched. */
final class WatchedDisplay {

    private WatchedDisplay() {
    }

    /** Begins. To be called in the display's thread. */
    static void start(Display display, UiWatch watch) {
        display.addListener(SWT.PreExternalEventDispatch, event -> watch.asleep(true));
        display.addListener(SWT.PostExternalEventDispatch, event -> watch.asleep(false));
        watch.start(display.getThread(), ping -> {
            try {
                display.asyncExec(ping);
            } catch (SWTException e) {
                // It has been disposed of meanwhile: the program ends.
                watch.stop();
            }
        });
    }
}
