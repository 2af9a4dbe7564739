// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.util.List;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.quorate.ui.Messages;
import org.quorate.ui.report.PointLinks;

/** Opens the scenarios of the points of a study, each in an editor of its own. */
final class PointPages implements PointLinks {

    private final IWorkbenchPage page;
    private final String base;
    private final List<PointScenario> points;
    private final ScenarioOpener opener;

    /** @param base name of the scenario that was studied */
    PointPages(IWorkbenchPage page, String base, List<PointScenario> points, ScenarioOpener opener) {
        this.page = page;
        this.base = base;
        this.points = points;
        this.opener = opener;
    }

    @Override
    public int points() {
        return points.size();
    }

    @Override
    public void open(int point) {
        PointScenario wanted = points.get(point);
        Job.createSystem(Messages.Point_job, (ICoreRunnable) monitor -> {
            String text = wanted.text().get();
            page.getWorkbenchWindow().getWorkbench().getDisplay().asyncExec(() -> opener.open(page, wanted.fileName(base), text));
        }).schedule();
    }
}
