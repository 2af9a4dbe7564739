// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.problems;

import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.Severity;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.FollowedEditor;

/** Lists the problems of the scenario in front; Enter or a double click jumps to one. */
public final class ProblemsPart extends ViewPart {

    private FollowedEditor followed;
    private Label summary;
    private TableViewer table;

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
        table = new TableViewer(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.getTable().setHeaderVisible(true);
        table.getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        column(Messages.Problems_field, 290, Problem::path, true);
        column(Messages.Problems_what, 480, Problem::message, false);
        column(Messages.Problems_allowed, 440, Problem::allowed, false);
        column(Messages.Problems_line, 70, problem -> String.valueOf(problem.line()), false);
        table.addOpenListener(event -> {
            Object chosen = event.getSelection() instanceof IStructuredSelection selection
                    ? selection.getFirstElement() : null;
            if (chosen instanceof Problem problem) {
                followed.editor().ifPresent(open -> open.reveal(problem));
            }
        });
        PlatformUI.getWorkbench().getHelpSystem().setHelp(table.getControl(), "org.quorate.ui.problems");
        followed = new FollowedEditor(getSite().getPage(), this::refresh);
        followed.start();
    }

    private void column(String title, int width, Function<Problem, String> text, boolean icon) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.getColumn().setMoveable(true);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Problem) element);
            }

            @Override
            public Image getImage(Object element) {
                return icon ? image(((Problem) element).severity()) : null;
            }
        });
    }

    private static Image image(Severity severity) {
        return PlatformUI.getWorkbench().getSharedImages().getImage(
                severity == Severity.ERROR ? ISharedImages.IMG_OBJS_ERROR_TSK : ISharedImages.IMG_OBJS_WARN_TSK);
    }

    private void refresh() {
        if (table.getControl().isDisposed()) {
            return;
        }
        List<Problem> problems = followed.editor().map(open -> open.session().problems()).orElse(List.of());
        table.setInput(problems);
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
        table.getControl().setFocus();
    }

    @Override
    public void dispose() {
        if (followed != null) {
            followed.stop();
        }
        super.dispose();
    }
}
