// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Map;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.runs.StudyDialog;
import org.quorate.ui.runs.StudyDialog.Asked;
import org.quorate.ui.runs.StudyRuns;
import org.quorate.ui.study.Questionnaire;
import org.quorate.ui.study.Studies;

/** Run &gt; Compare and the other studies: starts one on the scenario in front, after asking what it needs to know. */
public final class StudyHandler extends AbstractHandler {

    private static final String COMPARE = "compare";

    private final Studies studies;
    private final StudyRuns runs;

    public StudyHandler(Studies studies, StudyRuns runs) {
        this.studies = studies;
        this.runs = runs;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        Shell shell = HandlerUtil.getActiveShell(event);
        Optional<String> generalWord = Optional.ofNullable(event.getParameter(Ids.GENERAL_STUDY_KIND));
        Optional<Questionnaire> general = generalWord.flatMap(studies::general);
        if (general.isPresent()) {
            StudyPages.start(page, runs, StudyDialog.asked(shell, general.get()), generalWord.get(), Optional.empty());
            return null;
        }
        Optional<ScenarioDocument> document = ScenarioEditors.document(page);
        if (document.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.Run_not_ready_title, Messages.Run_not_ready);
            return null;
        }
        String word = Optional.ofNullable(event.getParameter(Ids.STUDY_KIND)).orElse(COMPARE);
        Optional<Questionnaire> questions = studies.asked(word, document.get());
        Optional<Asked> asked = questions.isPresent() ? StudyDialog.asked(shell, questions.get())
                : Optional.of(new Asked(studies.plain(word, document.get()), Map.of()));
        StudyPages.start(page, runs, asked, word, ScenarioEditors.file(page));
        return null;
    }
}
