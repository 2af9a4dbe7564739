// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.quorate.app.Samples;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;
import org.quorate.ui.document.RecentFiles;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.runs.ResultPart;
import org.quorate.ui.runs.StudyRequest;

/** Opens scenarios in editors, and finds the one that is open. */
public final class ScenarioEditors {

    private final RecentFiles recent;
    private final Samples samples;

    public ScenarioEditors(RecentFiles recent, Samples samples) {
        this.recent = recent;
        this.samples = samples;
    }

    /** Opens a file, or says why it cannot. */
    public Optional<ScenarioEditor> open(IWorkbenchPage page, Path file) {
        if (!Files.isRegularFile(file)) {
            recent.remove(file);
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), Messages.Open_failed,
                    Messages.bind(Messages.Open_missing, file));
            return Optional.empty();
        }
        if (TemplateEditors.isTemplate(file)) {
            open(page, TemplateInput.of(file), Ids.TEMPLATE_EDITOR);
            return Optional.empty();
        }
        return open(page, ScenarioInput.of(file));
    }

    /** Opens a copy of a sample, without a file until it is saved. */
    public void openSample(IWorkbenchPage page, String name) {
        open(page, ScenarioInput.copy(name, samples.scenario(name)));
    }

    /**
     * Opens a scenario that has no file yet. Save asks where it goes; to close it without saving is asked first.
     *
     * @param name what its tab shows and its file will be called, without ".quorate.yaml"; a number follows if it is taken
     * @param text in YAML
     * @return its editor; empty if it could not be opened, which the error log tells about
     */
    public Optional<ScenarioEditor> openNew(IWorkbenchPage page, String name, String text) {
        Set<String> taken = Stream.of(page.getEditorReferences()).map(IEditorReference::getPartName).collect(Collectors.toSet());
        String free = IntStream.iterate(1, i -> i + 1).mapToObj(i -> i == 1 ? name : name + "-" + i)
                .filter(candidate -> !taken.contains(candidate)).findFirst().orElseThrow();
        return open(page, ScenarioInput.untitled(free, text));
    }

    private static Optional<ScenarioEditor> open(IWorkbenchPage page, IEditorInput input) {
        return open(page, input, Ids.SCENARIO_EDITOR);
    }

    private static Optional<ScenarioEditor> open(IWorkbenchPage page, IEditorInput input, String editorId) {
        try {
            // A file that cannot be read has a page that says so in place of an editor.
            return page.openEditor(input, editorId) instanceof ScenarioEditor editor ? Optional.of(editor) : Optional.empty();
        } catch (PartInitException e) {
            ILog.of(ScenarioEditors.class).error(e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** The scenario editor in front, if one is. */
    public static Optional<ScenarioEditor> active(IWorkbenchPage page) {
        return page != null && page.getActiveEditor() instanceof ScenarioEditor editor ? Optional.of(editor)
                : Optional.empty();
    }

    /** The file of {@link #document}; absent if it has none yet. */
    public static Optional<Path> file(IWorkbenchPage page) {
        if (page.getActiveEditor() instanceof ResultPart result) {
            return result.run().request().flatMap(StudyRequest::source);
        }
        return meant(page).flatMap(ScenarioEditors::file);
    }

    private static Optional<Path> file(ScenarioEditor editor) {
        return editor.getEditorInput() instanceof ScenarioInput input ? input.file() : Optional.empty();
    }

    /** The scenario editor in front; or if a template is, one with a scenario beside it. */
    private static Optional<ScenarioEditor> meant(IWorkbenchPage page) {
        if (page != null && page.getActiveEditor() instanceof TemplateEditor template) {
            return Stream.of(page.getEditorReferences()).map(reference -> reference.getEditor(true)).filter(ScenarioEditor.class::isInstance)
                    .map(ScenarioEditor.class::cast)
                    .filter(editor -> file(editor).map(Path::getParent).equals(Optional.of(template.file().getParent()))).findFirst();
        }
        return active(page);
    }

    /** Where the scenario in front is edited, or if a template is in front the open one beside it; absent: nowhere, as that of a result. */
    public static Optional<ScenarioSession> session(IWorkbenchPage page) {
        return meant(page).map(ScenarioEditor::session);
    }

    /** It is edited, in whichever window. */
    public static boolean isOpen(ScenarioSession session) {
        return Stream.of(PlatformUI.getWorkbench().getWorkbenchWindows()).flatMap(window -> Stream.of(window.getPages()))
                .flatMap(page -> Stream.of(page.getEditorReferences())).map(reference -> reference.getEditor(false))
                .anyMatch(editor -> editor instanceof ScenarioEditor open && open.session() == session);
    }

    /** The scenario in front: that of its editor, the one that the result in front is of, or an open one beside the template in front. */
    public static Optional<ScenarioDocument> document(IWorkbenchPage page) {
        if (page.getActiveEditor() instanceof ResultPart result) {
            return result.run().study().document();
        }
        return meant(page).flatMap(editor -> editor.session().document());
    }
}
