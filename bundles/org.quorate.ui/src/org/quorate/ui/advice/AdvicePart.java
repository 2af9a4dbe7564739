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
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.yaml.Problem;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.SeverityButtons;
import org.quorate.ui.SeverityIcons;
import org.quorate.ui.ViewTools;
import org.quorate.ui.editor.FollowedEditor;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.table.RowTable;

/** Lists what rules say about the scenario in front, explains the chosen finding and applies its fix. */
public final class AdvicePart extends ViewPart {

    private final AdvicePresenter presenter;
    private final KnownAdvice known;
    private final ViewTools tools;
    private final Runnable onNews = this::refreshLater;
    private FollowedEditor followed;
    private Label summary;
    private RowTable<Finding> table;
    private Text details;
    private Button fix;
    private SeverityButtons<Severity> severities;
    private String name;

    public AdvicePart(AdvicePresenter presenter, KnownAdvice known, ViewTools tools) {
        this.presenter = presenter;
        this.known = known;
        this.tools = tools;
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayout layout = new GridLayout(3, false);
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
        fix.setToolTipText(Messages.Advice_apply_tip);
        fix.addListener(SWT.Selection, event -> table.chosen().ifPresent(this::apply));
        GridData button = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        button.widthHint = fix.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + 24;
        fix.setLayoutData(button);
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
        name = getPartName();
        severities = new SeverityButtons<>(Severity.class, getViewSite().getActionBars().getToolBarManager(), AdvicePart::title, SeverityIcons::of,
                this::refresh);
        createTable(sash);
        Text filter = table.filterField(parent);
        filter.moveBelow(summary);
        GridData field = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        field.widthHint = 200;
        filter.setLayoutData(field);
        details = new Text(sash, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        AccessibleNames.set(details, Messages.Advice_details);
        sash.setWeights(58, 42);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(table.control(), "org.quorate.ui.advice");
        followed = new FollowedEditor(getSite().getPage(), this::refresh);
        followed.start();
        known.onChange(onNews);
    }

    private void createTable(Composite parent) {
        table = new RowTable<>(parent, "advice", tools);
        table.named(Messages.Advice_findings);
        table.iconColumn(Messages.Advice_what, 420, Finding::title, finding -> SeverityIcons.of(finding.severity()));
        // The gravest first, as the titles say nothing of that.
        table.sortedBy(finding -> finding.severity().ordinal());
        table.column(Messages.Advice_fix, 300, AdvicePresenter::fix);
        table.column(Messages.Problems_field, 200, Finding::path);
        table.onChoice(this::showChosen);
        table.onOpen(this::reveal);
        table.control().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.F4) {
                table.chosen().ifPresent(this::reveal);
            } else if (event.stateMask == SWT.MOD1 && event.keyCode == '1') {
                table.chosen().filter(finding -> finding.fix().isPresent()).ifPresent(this::apply);
            }
        });
    }

    private void reveal(Finding finding) {
        followed.editor().ifPresent(open -> open.reveal(finding.path()));
    }

    private static String title(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Messages.Severity_critical;
            case WARNING -> Messages.Severity_warnings;
            case HINT -> Messages.Severity_hints;
        };
    }

    private void showChosen() {
        details.setText(table.chosen().map(AdvicePresenter::details).orElse(""));
        Look.enable(fix, table.chosen().filter(finding -> finding.fix().isPresent()).isPresent());
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
        List<Finding> findings = presenter.findings().stream().filter(finding -> severities.shows(finding.severity())).toList();
        table.show(findings);
        // Stays with what one was reading, else begins with the gravest.
        findings.stream().filter(finding -> rule.filter(finding.rule()::equals).isPresent()).findFirst()
                .or(() -> findings.stream().findFirst())
                .ifPresent(table::choose);
        showChosen();
        summary.setText(presenter.summary());
        setPartName(SeverityButtons.counted(name, presenter.findings().size()));
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
