// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.problems;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.Severity;
import org.quorate.ui.Messages;
import org.quorate.ui.SeverityButtons;
import org.quorate.ui.ViewTools;
import org.quorate.ui.editor.FollowedEditor;
import org.quorate.ui.table.RowTable;

/** Lists the problems of the scenario in front; Enter or a double click jumps to one. */
public final class ProblemsPart extends ViewPart {

    private final ViewTools tools;
    private FollowedEditor followed;
    private Label summary;
    private RowTable<Problem> table;
    private SeverityButtons<Severity> severities;
    private String name;

    public ProblemsPart(ViewTools tools) {
        this.tools = tools;
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginTop = 2;
        layout.verticalSpacing = 2;
        parent.setLayout(layout);
        summary = new Label(parent, SWT.NONE);
        GridData line = new GridData(SWT.FILL, SWT.CENTER, true, false);
        line.horizontalIndent = 8;
        summary.setLayoutData(line);
        name = getPartName();
        severities = new SeverityButtons<>(Severity.class, getViewSite().getActionBars().getToolBarManager(), ProblemsPart::title,
                ProblemsPart::icon, this::refresh);
        table = new RowTable<>(parent, "problems", tools);
        table.named(Messages.Problems_list);
        Text filter = table.filterField(parent);
        filter.moveBelow(summary);
        GridData field = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        field.widthHint = 200;
        filter.setLayoutData(field);
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        table.iconColumn(Messages.Problems_field, 290, Problem::path, problem -> icon(problem.severity()));
        table.column(Messages.Problems_what, 480, Problem::message);
        table.column(Messages.Problems_allowed, 440, Problem::allowed);
        table.numberColumn(Messages.Problems_line, 70, Problem::line, problem -> String.valueOf(problem.line()));
        table.onOpen(this::reveal);
        table.control().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.F4) {
                table.chosen().ifPresent(this::reveal);
            }
        });
        PlatformUI.getWorkbench().getHelpSystem().setHelp(table.control(), "org.quorate.ui.problems");
        followed = new FollowedEditor(getSite().getPage(), this::refresh);
        followed.start();
    }

    private void reveal(Problem problem) {
        followed.editor().ifPresent(open -> open.reveal(problem));
    }

    private static String icon(Severity severity) {
        return severity == Severity.ERROR ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK;
    }

    private static String title(Severity severity) {
        return severity == Severity.ERROR ? Messages.Severity_errors : Messages.Severity_warnings;
    }

    private void refresh() {
        if (table.control().isDisposed()) {
            return;
        }
        List<Problem> problems = followed.editor().map(open -> open.session().problems()).orElse(List.of());
        table.show(problems.stream().filter(problem -> severities.shows(problem.severity())).toList());
        summary.setText(description(problems));
        setPartName(SeverityButtons.counted(name, problems.size()));
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
