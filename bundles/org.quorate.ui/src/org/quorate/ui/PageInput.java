// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/** What a page is opened on that shows something, rather than edits a file: not kept over a restart, unless it says otherwise. */
public interface PageInput extends IEditorInput {

    @Override
    default boolean exists() {
        return true;
    }

    @Override
    default ImageDescriptor getImageDescriptor() {
        return ImageDescriptor.getMissingImageDescriptor();
    }

    @Override
    default IPersistableElement getPersistable() {
        return null;
    }

    @Override
    default String getToolTipText() {
        return getName();
    }

    @Override
    default <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
