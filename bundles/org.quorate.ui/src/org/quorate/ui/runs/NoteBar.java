// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.nio.file.Path;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;

/** What is said above a report: how it was made, and the way to the file that was written. */
final class NoteBar {

    private final Found.Note note;

    NoteBar(Found.Note note) {
        this.note = note;
    }

    /** Makes what holds the bar, and below it a report, which is put into it later. */
    Composite create(Composite parent) {
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        whole.setLayout(layout);
        Composite bar = new Composite(whole, SWT.NONE);
        GridLayout line = new GridLayout(note.file().isPresent() ? 3 : 1, false);
        line.marginWidth = 12;
        line.marginHeight = 8;
        line.horizontalSpacing = 8;
        bar.setLayout(line);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        Label text = new Label(bar, SWT.WRAP);
        text.setText(Look.plain(note.text()));
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        note.file().ifPresent(file -> {
            button(bar, Messages.Output_open, file);
            button(bar, Messages.Output_show_folder, file.getParent());
        });
        return whole;
    }

    private static void button(Composite bar, String title, Path place) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(title);
        button.addListener(SWT.Selection, event -> {
            if (!Program.launch(place.toUri().toString())) {
                MessageDialog.openError(bar.getShell(), Messages.Output_done_title, Messages.bind(Messages.Output_no_program, place));
            }
        });
    }
}
