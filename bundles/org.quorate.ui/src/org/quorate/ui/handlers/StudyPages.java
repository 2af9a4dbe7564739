// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.quorate.ui.Ids;
import org.quorate.ui.runs.ResultInput;
import org.quorate.ui.runs.Study;
import org.quorate.ui.runs.StudyDialog;
import org.quorate.ui.runs.StudyRequest;
import org.quorate.ui.runs.StudyRun;
import org.quorate.ui.runs.StudyRuns;

/** Starts studies and opens their pages. Pure functions of the workbench. */
final class StudyPages {

    private StudyPages() {
    }

    /** Does nothing if there is none: its dialog was cancelled. */
    static void start(IWorkbenchPage page, StudyRuns runs, Optional<Study> study) throws ExecutionException {
        if (study.isPresent()) {
            open(page, runs.start(study.get()));
        }
    }

    /** Likewise, with what was answered, so that the result is kept and can be had again. */
    static void start(IWorkbenchPage page, StudyRuns runs, Optional<StudyDialog.Asked> asked, String word, Optional<Path> source)
            throws ExecutionException {
        if (asked.isPresent()) {
            open(page, runs.start(asked.get().study(), new StudyRequest(word, asked.get().answers(), source)));
        }
    }

    private static void open(IWorkbenchPage page, StudyRun run) throws ExecutionException {
        try {
            page.openEditor(new ResultInput(run), Ids.RESULT_EDITOR);
        } catch (PartInitException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
    }
}
