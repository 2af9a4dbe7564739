// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.quorate.ui.Ids;

/** The layout that a user starts with and gets back by Window &gt; Reset layout. */
public final class PlannerPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        IFolderLayout bottom = layout.createFolder("bottom", IPageLayout.BOTTOM, 0.78f, layout.getEditorArea());
        bottom.addView(Ids.PROBLEMS_VIEW);
        bottom.addView(Ids.ADVICE_VIEW);
        bottom.addView(Ids.RESULTS_VIEW);
        bottom.addView(Ids.PROGRESS_VIEW);
        bottom.addPlaceholder(Ids.ERROR_LOG_VIEW);
        IPlaceholderFolderLayout right =
                layout.createPlaceholderFolder("right", IPageLayout.RIGHT, 0.72f, layout.getEditorArea());
        right.addPlaceholder(Ids.HELP_VIEW);
        right.addPlaceholder(Ids.GUIDE_VIEW);
        // Tables of nodes need more room than problems, and the scenario beside them.
        IPlaceholderFolderLayout nodes = layout.createPlaceholderFolder("nodes", IPageLayout.BOTTOM, 0.4f, layout.getEditorArea());
        nodes.addPlaceholder(Ids.NODES_VIEW);
        nodes.addPlaceholder(Ids.APPLY_VIEW);
        nodes.addPlaceholder(Ids.OBSERVE_VIEW);
    }
}
