// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.Ids;

/** Help &gt; Guides. */
public final class ShowGuideHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ViewPages.show(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), Ids.GUIDE_VIEW);
        return null;
    }
}
