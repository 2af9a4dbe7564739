// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.help;

import org.eclipse.core.runtime.ILog;
import org.eclipse.help.IContext;
import org.eclipse.help.IHelpResource;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;

/** Sends the workbench's help requests, F1 among them, to {@link HelpView}. */
public final class NativeHelp extends AbstractHelpUI {

    @Override
    public void displayHelp() {
        show(HelpPages.CONTENTS);
    }

    @Override
    public void displayContext(IContext context, int x, int y) {
        IHelpResource[] topics = context == null ? new IHelpResource[0] : context.getRelatedTopics();
        show(topics.length == 0 ? HelpPages.CONTENTS : page(topics[0].getHref()));
    }

    @Override
    public void displayHelpResource(String href) {
        show(page(href));
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return false;
    }

    /** {@code /org.quorate.ui/help/figures.xml} is the page figures. */
    private static String page(String href) {
        String name = href.substring(href.lastIndexOf('/') + 1).replaceFirst("\\.xml$", "");
        return HelpPages.NAMES.contains(name) ? name : HelpPages.CONTENTS;
    }

    private static void show(String name) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null || window.getActivePage() == null) {
            return;
        }
        try {
            HelpView.show(window.getActivePage(), name);
        } catch (PartInitException e) {
            ILog.of(NativeHelp.class).error(e.getMessage(), e);
        }
    }
}
