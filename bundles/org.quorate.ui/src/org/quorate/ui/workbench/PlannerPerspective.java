// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The layout that a user starts with and gets back by Window &gt; Reset layout. */
public final class PlannerPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.addView(IPageLayout.ID_OUTLINE, IPageLayout.LEFT, 0.25f, layout.getEditorArea());
        var bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.7f, layout.getEditorArea());
        bottom.addView(IPageLayout.ID_PROP_SHEET);
        bottom.addView(IPageLayout.ID_PROGRESS_VIEW);
        bottom.addView("org.eclipse.pde.runtime.LogView");
    }
}
