// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.welcome;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;

/** The welcome page's input: there is one, and it is not kept over a restart. */
public record WelcomeInput() implements IEditorInput {

    /** Opens the welcome page or brings it to the front. */
    public static void open(IWorkbenchPage page) {
        try {
            page.openEditor(new WelcomeInput(), Ids.WELCOME_EDITOR);
        } catch (PartInitException e) {
            ILog.of(WelcomeInput.class).error(e.getMessage(), e);
        }
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return ImageDescriptor.getMissingImageDescriptor();
    }

    @Override
    public String getName() {
        return Messages.Welcome_title;
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return Messages.Welcome_title;
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
