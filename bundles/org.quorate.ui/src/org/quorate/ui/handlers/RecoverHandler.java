// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.recovery.RecoveryPages;

/** File &gt; Recover unsaved work: what was put off at the start. */
public final class RecoverHandler extends AbstractHandler {

    private final RecoveryPages pages;

    public RecoverHandler(RecoveryPages pages) {
        this.pages = pages;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        pages.check(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), true);
        return null;
    }
}
