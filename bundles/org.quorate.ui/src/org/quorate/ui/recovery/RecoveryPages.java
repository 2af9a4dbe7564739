// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.recovery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.quorate.ui.Ids;
import org.quorate.ui.document.Autosaves;

/** Opens the page that offers what can be recovered. Used in the user interface's thread. */
public final class RecoveryPages {

    private final Autosaves autosaves;
    private final Recoveries recoveries;

    public RecoveryPages(Autosaves autosaves, Recoveries recoveries) {
        this.autosaves = autosaves;
        this.recoveries = recoveries;
    }

    /**
     * Looks in the background, then opens the page.
     *
     * @param always also if there is nothing to recover
     */
    public void check(IWorkbenchPage page, boolean always) {
        Optional<IEditorPart> open = Stream.of(page.getEditorReferences()).map(reference -> reference.getEditor(false))
                .filter(RecoveryPart.class::isInstance).findFirst();
        if (open.isPresent()) {
            page.activate(open.get());
            return;
        }
        Display display = page.getWorkbenchWindow().getShell().getDisplay();
        autosaves.inBackground(() -> {
            List<Offer> offers = recoveries.find();
            if ((always || !offers.isEmpty()) && !display.isDisposed()) {
                display.asyncExec(() -> open(page, offers));
            } else {
                recoveries.release();
            }
        });
    }

    private static void open(IWorkbenchPage page, List<Offer> offers) {
        try {
            if (!page.getWorkbenchWindow().isClosing()) {
                page.openEditor(new RecoveryInput(offers), Ids.RECOVERY_EDITOR);
            }
        } catch (PartInitException e) {
            ILog.of(RecoveryPages.class).error(e.getMessage(), e);
        }
    }
}
