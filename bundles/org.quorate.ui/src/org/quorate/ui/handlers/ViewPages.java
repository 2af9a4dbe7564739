// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;

/** Brings views to the front. Pure function of the workbench. */
final class ViewPages {

    private ViewPages() {
    }

    static void show(IWorkbenchPage page, String view) throws ExecutionException {
        try {
            page.showView(view);
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
    }
}
