// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.util.Collection;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** The files of an export as a tree. */
final class FileContent implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object input) {
        return ((Collection<?>) input).toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return ((FileNode) parent).children().toArray();
    }

    @Override
    public Object getParent(Object element) {
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return !((FileNode) element).children().isEmpty();
    }
}
