// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.quorate.model.Scenario;
import org.quorate.ui.Messages;

/**
 * What a page of scripts is opened on; not kept over a restart.
 *
 * @param scenario as it was when the page was opened
 */
public record ScriptsInput(Scenario scenario) implements IEditorInput {

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
        return Messages.bind(Messages.Scripts_title, scenario.name());
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return scenario.title();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
