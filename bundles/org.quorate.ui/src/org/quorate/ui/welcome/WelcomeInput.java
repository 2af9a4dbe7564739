// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.welcome;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.PageInput;

/** The welcome page's input: there is one, and it is not kept over a restart. */
public record WelcomeInput() implements PageInput {

    /** Opens the welcome page or brings it to the front. */
    public static void open(IWorkbenchPage page) {
        try {
            page.openEditor(new WelcomeInput(), Ids.WELCOME_EDITOR);
        } catch (PartInitException e) {
            ILog.of(WelcomeInput.class).error(e.getMessage(), e);
        }
    }

    @Override
    public String getName() {
        return Messages.Welcome_title;
    }
}
