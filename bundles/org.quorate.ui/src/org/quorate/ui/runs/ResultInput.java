// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/**
 * What the page of a study is opened on; not kept over a restart.
 *
 * @param run shown from its start on
 */
public record ResultInput(StudyRun run) implements IEditorInput {

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
        return run.study().title();
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return run.study().document().scenario().title();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
