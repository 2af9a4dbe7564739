// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.yaml.Problem;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Messages;
import org.quorate.ui.RowTable;
import org.quorate.ui.editor.FollowedEditor;
import org.quorate.ui.editor.ScenarioEditor;

/** Lists what rules say about the scenario in front, explains the chosen finding and applies its fix. */
public final class AdvicePart extends ViewPart {

    private final AdvicePresenter presenter;
    private final KnownAdvice known;
    private final Runnable onNews = this::refreshLater;
    private FollowedEditor followed;
    private Label summary;
    private RowTable<Finding> table;
    private Text details;
    private Button fix;

    public AdvicePart(AdvicePresenter presenter, KnownAdvice known) {
        this.presenter = presenter;
        this.known = known;
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
        fix = new Button(parent, SWT.PUSH);
        fix.setText(Messages.Advice_apply);
        fix.addListener(SWT.Selection, event -> table.chosen().ifPresent(this::apply));
        GridData button = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        button.widthHint = fix.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 24;
        fix.setLayoutData(button);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
        createTable(sash);
        details = new Text(sash, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        AccessibleNames.set(details, Messages.Advice_details);
        sash.setWeights(58, 42);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(table.control(), "org.quorate.ui.advice");
        followed = new FollowedEditor(getSite().getPage(), this::refresh);
        followed.start();
        known.onChange(onNews);
    }

    private void createTable(Composite parent) {
        table = new RowTable<>(parent);
        AccessibleNames.set(table.control(), Messages.Advice_findings);
        table.iconColumn(Messages.Advice_what, 420, Finding::title, finding -> icon(finding.severity()));
        table.column(Messages.Advice_fix, 300, AdvicePresenter::fix);
        table.column(Messages.Problems_field, 200, Finding::path);
        table.onChoice(this::showChosen);
        table.onOpen(finding -> followed.editor().ifPresent(open -> open.reveal(finding.path())));
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case CRITICAL -> ISharedImages.IMG_OBJS_ERROR_TSK;
            case WARNING -> ISharedImages.IMG_OBJS_WARN_TSK;
            case HINT -> ISharedImages.IMG_OBJS_INFO_TSK;
        };
    }

    private void showChosen() {
        details.setText(table.chosen().map(AdvicePresenter::details).orElse(""));
        fix.setEnabled(table.chosen().filter(finding -> finding.fix().isPresent()).isPresent());
    }

    private void apply(Finding finding) {
        List<Problem> problems = presenter.apply(finding);
        if (!problems.isEmpty()) {
            MessageDialog.openError(getSite().getShell(), Messages.Form_refused_title, Messages.bind(Messages.Form_refused,
                    problems.stream().map(Problem::message).collect(Collectors.joining("\n"))));
        }
    }

    /** From any thread. */
    private void refreshLater() {
        getSite().getWorkbenchWindow().getWorkbench().getDisplay().asyncExec(this::refresh);
    }

    private void refresh() {
        if (table.control().isDisposed()) {
            return;
        }
        Optional<String> rule = table.chosen().map(Finding::rule);
        presenter.refresh(followed.editor().map(ScenarioEditor::session));
        List<Finding> findings = presenter.findings();
        table.show(findings);
        // Stays with what one was reading, else begins with the gravest.
        findings.stream().filter(finding -> rule.filter(finding.rule()::equals).isPresent()).findFirst()
                .or(() -> findings.stream().findFirst())
                .ifPresent(table::choose);
        showChosen();
        summary.setText(presenter.summary());
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        known.removeListener(onNews);
        if (followed != null) {
            followed.stop();
        }
        super.dispose();
    }
}
