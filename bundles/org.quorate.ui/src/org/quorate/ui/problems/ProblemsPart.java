// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.problems;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.Severity;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Messages;
import org.quorate.ui.RowTable;
import org.quorate.ui.editor.FollowedEditor;

/** Lists the problems of the scenario in front; Enter or a double click jumps to one. */
public final class ProblemsPart extends ViewPart {

    private FollowedEditor followed;
    private Label summary;
    private RowTable<Problem> table;

    @Override
    public void createPartControl(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginTop = 4;
        parent.setLayout(layout);
        summary = new Label(parent, SWT.NONE);
        GridData line = new GridData(SWT.FILL, SWT.TOP, true, false);
        line.horizontalIndent = 8;
        summary.setLayoutData(line);
        table = new RowTable<>(parent);
        AccessibleNames.set(table.control(), Messages.Problems_list);
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.iconColumn(Messages.Problems_field, 290, Problem::path, problem -> problem.severity() == Severity.ERROR
                ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK);
        table.column(Messages.Problems_what, 480, Problem::message);
        table.column(Messages.Problems_allowed, 440, Problem::allowed);
        table.column(Messages.Problems_line, 70, problem -> String.valueOf(problem.line()));
        table.onOpen(problem -> followed.editor().ifPresent(open -> open.reveal(problem)));
        PlatformUI.getWorkbench().getHelpSystem().setHelp(table.control(), "org.quorate.ui.problems");
        followed = new FollowedEditor(getSite().getPage(), this::refresh);
        followed.start();
    }

    private void refresh() {
        if (table.control().isDisposed()) {
            return;
        }
        List<Problem> problems = followed.editor().map(open -> open.session().problems()).orElse(List.of());
        table.show(problems);
        summary.setText(description(problems));
    }

    private String description(List<Problem> problems) {
        if (followed.editor().isEmpty()) {
            return Messages.Problems_no_editor;
        }
        long errors = problems.stream().filter(problem -> problem.severity() == Severity.ERROR).count();
        return problems.isEmpty() ? Messages.Problems_none
                : Messages.bind(Messages.Problems_count, errors, problems.size() - errors);
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        if (followed != null) {
            followed.stop();
        }
        super.dispose();
    }
}
