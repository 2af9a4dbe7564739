// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;
import org.quorate.ui.Messages;

/**
 * What a comparison's page is opened on; not kept over a restart.
 *
 * @param run shown from its start on
 */
public record ComparisonInput(ComparisonRun run) implements IEditorInput {

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
        return Messages.bind(Messages.Comparison_title, run.name());
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return run.scenario().title();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
