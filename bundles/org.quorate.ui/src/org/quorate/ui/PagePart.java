// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.part.EditorPart;

/** A page among the editors that shows something: nothing on it is saved. */
public abstract class PagePart extends EditorPart {

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
    }

    @Override
    public final void doSave(IProgressMonitor monitor) {
        // Nothing here can be changed.
    }

    @Override
    public final void doSaveAs() {
        throw new UnsupportedOperationException("this page is no file");
    }

    @Override
    public final boolean isDirty() {
        return false;
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }
}
