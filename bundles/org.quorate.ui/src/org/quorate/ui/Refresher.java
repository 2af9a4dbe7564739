// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Brings what is shown up to date, in the thread of the user interface, after news that come in any; at most one refresh is on its way,
 * however fast they come.
 */
public final class Refresher implements Runnable {

    private final Control shown;
    /** Kept, since news come after what is shown has gone, too. */
    private final Display display;
    private final Runnable refresh;
    private final AtomicBoolean onItsWay = new AtomicBoolean();

    /** @param shown after whose end nothing is refreshed any more */
    public Refresher(Control shown, Runnable refresh) {
        this.shown = shown;
        display = shown.getDisplay();
        this.refresh = refresh;
    }

    /** There are news. */
    @Override
    public void run() {
        if (display.isDisposed() || !onItsWay.compareAndSet(false, true)) {
            return;
        }
        display.asyncExec(() -> {
            onItsWay.set(false);
            if (!shown.isDisposed()) {
                refresh.run();
            }
        });
    }
}
