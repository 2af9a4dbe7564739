// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.app.ImportedFile;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.ui.Messages;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.runs.StudyDialog;
import org.quorate.ui.runs.StudyRuns;
import org.quorate.ui.study.Studies;
import org.quorate.ui.study.StudyMessages;

/** File &gt; Import: puts what another tool wrote into the scenario in front, as one step that undo takes back. */
public final class ImportHandler extends AbstractHandler {

    private final Studies studies;
    private final StudyRuns runs;

    public ImportHandler(Studies studies, StudyRuns runs) {
        this.studies = studies;
        this.runs = runs;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Optional<ScenarioSession> session = ScenarioEditors.active(page).map(ScenarioEditor::session);
        Optional<ScenarioDocument> document = session.flatMap(ScenarioSession::document);
        if (document.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.Run_not_ready_title, Messages.Run_not_ready);
            return null;
        }
        StudyPages.start(page, runs, StudyDialog.ask(shell, studies.imports(document.get(), (name, imported) ->
                page.getWorkbenchWindow().getWorkbench().getDisplay().asyncExec(() -> put(page, session.get(), name, imported)))));
        return null;
    }

    /** Later than it was asked for: the scenario may have changed, and has what it had then and now. */
    private static void put(IWorkbenchPage page, ScenarioSession session, String name, ImportedFile imported) {
        List<Problem> problems = session.document().isEmpty() ? session.problems()
                : session.edit(Messages.bind(StudyMessages.Import_step, name), imported::into);
        if (!problems.isEmpty()) {
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), StudyMessages.Import_refused_title, Messages.bind(StudyMessages.Import_refused,
                    problems.stream().map(Problem::message).collect(Collectors.joining("\n"))));
        }
    }
}
