// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** Names and icons of the files of an export. */
final class FileLabels extends LabelProvider {

    @Override
    public String getText(Object element) {
        return ((FileNode) element).name();
    }

    @Override
    public Image getImage(Object element) {
        String image = ((FileNode) element).file().isPresent() ? ISharedImages.IMG_OBJ_FILE : ISharedImages.IMG_OBJ_FOLDER;
        return PlatformUI.getWorkbench().getSharedImages().getImage(image);
    }
}
