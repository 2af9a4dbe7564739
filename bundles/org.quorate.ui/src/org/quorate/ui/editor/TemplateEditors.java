// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.quorate.app.ReadTemplate;
import org.quorate.ui.Ids;
import org.quorate.ui.Messages;

/** Opens templates of reports in editors, and begins new ones. Used in the user interface's thread. */
public final class TemplateEditors {

    /** Of the buttons that {@link #settle} offers. */
    private static final int SAVE = 0;
    private static final int AS_STORED = 1;

    private final ReadTemplate templates;

    public TemplateEditors(ReadTemplate templates) {
        this.templates = templates;
    }

    /** A file of that name is a template and no scenario. */
    public static boolean isTemplate(Path file) {
        return file.endsWith(ReadTemplate.FILE);
    }

    /**
     * Opens a template at a line, or what it names with the program that the system has for it.
     *
     * @param line from 1
     */
    public void open(IWorkbenchPage page, Path file, int line) {
        String name = file.getFileName().toString();
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            if (!Program.launch(file.toUri().toString())) {
                MessageDialog.openError(page.getWorkbenchWindow().getShell(), Messages.Template_title,
                        Messages.bind(Messages.Output_no_program, file));
            }
            return;
        }
        try {
            // A file that cannot be read has a page that says so in place of an editor.
            if (page.openEditor(TemplateInput.of(file), Ids.TEMPLATE_EDITOR) instanceof TemplateEditor editor) {
                editor.reveal(line);
            }
        } catch (PartInitException e) {
            ILog.of(TemplateEditors.class).error(e.getMessage(), e);
        }
    }

    /**
     * Reports are made with templates as they are stored: asks what becomes of edits, if there are any.
     *
     * @return false: nothing is to be made
     */
    public boolean settle(IWorkbenchPage page) {
        return Stream.of(page.getEditorReferences()).map(reference -> reference.getEditor(false)).filter(TemplateEditor.class::isInstance)
                .map(TemplateEditor.class::cast).filter(TemplateEditor::isDirty).allMatch(editor -> settled(page, editor));
    }

    private static boolean settled(IWorkbenchPage page, TemplateEditor unsaved) {
        int answer = MessageDialog.open(MessageDialog.QUESTION_WITH_CANCEL, page.getWorkbenchWindow().getShell(), Messages.Template_title,
                Messages.bind(Messages.Template_unsaved, unsaved.getTitle()), SWT.NONE, Messages.Template_save, Messages.Template_as_stored,
                IDialogConstants.CANCEL_LABEL);
        return answer == SAVE ? page.saveEditor(unsaved, false) && !unsaved.isDirty() : answer == AS_STORED;
    }

    /** Opens the template beside a scenario; if there is none, a new one is written first. */
    public void begin(IWorkbenchPage page, Path scenario) {
        Path file = scenario.resolveSibling(ReadTemplate.FILE);
        try {
            if (!Files.exists(file)) {
                templates.begin(scenario);
            }
            open(page, file, 1);
        } catch (IOException e) {
            MessageDialog.openError(page.getWorkbenchWindow().getShell(), Messages.Template_title,
                    Messages.bind(Messages.Output_failed, file, e.getMessage()));
        }
    }
}
