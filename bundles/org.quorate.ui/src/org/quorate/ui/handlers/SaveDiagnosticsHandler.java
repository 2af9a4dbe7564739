// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.ui.Messages;
import org.quorate.ui.diagnostics.DiagnosticsArchive;
import org.quorate.ui.diagnostics.DiagnosticsCollector;
import org.quorate.ui.diagnostics.DiagnosticsCollector.OpenScenario;
import org.quorate.ui.diagnostics.DiagnosticsDialog;
import org.quorate.ui.editor.ScenarioEditor;

/** Help &gt; Save diagnostics. */
public final class SaveDiagnosticsHandler extends AbstractHandler {

    private final DiagnosticsCollector collector;
    private final DiagnosticsArchive archive;

    public SaveDiagnosticsHandler(DiagnosticsCollector collector, DiagnosticsArchive archive) {
        this.collector = collector;
        this.archive = archive;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        new DiagnosticsDialog(page.getWorkbenchWindow().getShell(), collector, archive, scenarios(page), SaveDiagnosticsHandler::ask).open();
        return null;
    }

    private static List<OpenScenario> scenarios(IWorkbenchPage page) {
        return Stream.of(page.getEditorReferences()).map((IEditorReference reference) -> reference.getEditor(false))
                .filter(ScenarioEditor.class::isInstance).map(ScenarioEditor.class::cast)
                .map(editor -> new OpenScenario(editor.session().text(), editor.session().isDirty())).toList();
    }

    private static Optional<Path> ask(Shell shell) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Messages.Diagnostics_title);
        dialog.setOverwrite(true);
        dialog.setFilterExtensions(new String[] {"*.zip"});
        dialog.setFilterNames(new String[] {Messages.Diagnostics_filter});
        dialog.setFileName("quorate-" + LocalDate.now() + ".zip");
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }
}
