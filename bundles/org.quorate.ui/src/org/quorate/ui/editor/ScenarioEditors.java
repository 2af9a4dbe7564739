// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.quorate.app.Samples;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.document.RecentFiles;
import org.quorate.ui.runs.ResultPart;

/** Opens scenarios in editors, and finds the one that is open. */
public final class ScenarioEditors {

    private final RecentFiles recent;
    private final Samples samples;

    public ScenarioEditors(RecentFiles recent, Samples samples) {
        this.recent = recent;
        this.samples = samples;
    }

    /** Opens a file, or says why it cannot. */
    public void open(IWorkbenchPage page, Path file) {
        if (!Files.isRegularFile(file)) {
            recent.remove(file);
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), Messages.Open_failed,
                    Messages.bind(Messages.Open_missing, file));
            return;
        }
        open(page, ScenarioInput.of(file));
    }

    /** Opens a copy of a sample, without a file until it is saved. */
    public void openSample(IWorkbenchPage page, String name) {
        open(page, ScenarioInput.untitled(name, samples.scenario(name)));
    }

    private static void open(IWorkbenchPage page, IEditorInput input) {
        try {
            page.openEditor(input, Ids.SCENARIO_EDITOR);
        } catch (PartInitException e) {
            ILog.of(ScenarioEditors.class).error(e.getMessage(), e);
        }
    }

    /** The scenario editor in front, if one is. */
    public static Optional<ScenarioEditor> active(IWorkbenchPage page) {
        return page != null && page.getActiveEditor() instanceof ScenarioEditor editor ? Optional.of(editor)
                : Optional.empty();
    }

    /** The scenario in front: that of its editor, or the one that the result in front is of. */
    public static Optional<ScenarioDocument> document(IWorkbenchPage page) {
        if (page.getActiveEditor() instanceof ResultPart result) {
            return result.run().study().document();
        }
        return active(page).flatMap(editor -> editor.session().document());
    }
}
