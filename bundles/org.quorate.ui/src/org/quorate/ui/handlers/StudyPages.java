// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Optional;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.quorate.ui.Ids;
import org.quorate.ui.runs.ResultInput;
import org.quorate.ui.runs.Study;
import org.quorate.ui.runs.StudyRuns;

/** Starts studies and opens their pages. Pure functions of the workbench. */
final class StudyPages {

    private StudyPages() {
    }

    /** Does nothing if there is none: its dialog was cancelled. */
    static void start(IWorkbenchPage page, StudyRuns runs, Optional<Study> study) throws ExecutionException {
        if (study.isPresent()) {
            try {
                page.openEditor(new ResultInput(runs.start(study.get())), Ids.RESULT_EDITOR);
            } catch (PartInitException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
    }
}
