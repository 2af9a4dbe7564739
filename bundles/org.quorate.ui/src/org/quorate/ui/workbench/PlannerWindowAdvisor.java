// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.workbench;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;

/** How a window looks before anyone has changed it. */
final class PlannerWindowAdvisor extends WorkbenchWindowAdvisor {

    /** Room for a tree, a form and a table beside each other. */
    private static final Point ROOMY = new Point(1440, 900);

    private final ScenarioEditors editors;

    PlannerWindowAdvisor(IWorkbenchWindowConfigurer configurer, ScenarioEditors editors) {
        super(configurer);
        this.editors = editors;
    }

    @Override
    public void postWindowCreate() {
        FileDrop.install(getWindowConfigurer().getWindow(), editors);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new PlannerActionBarAdvisor(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        Rectangle screen = window.getWorkbenchConfigurer().getWorkbench().getDisplay().getPrimaryMonitor().getClientArea();
        window.setInitialSize(new Point(Math.min(ROOMY.x, screen.width), Math.min(ROOMY.y, screen.height)));
        window.setTitle(Messages.Product_name);
        window.setShowMenuBar(true);
        window.setShowCoolBar(true);
        window.setShowStatusLine(true);
        window.setShowProgressIndicator(true);
        window.setShowPerspectiveBar(false);
    }
}
