// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PlatformUI;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.PagePart;
import org.quorate.ui.Refresher;
import org.quorate.ui.ViewTools;
import org.quorate.ui.report.ReportView;
import org.quorate.ui.report.Reports;

/** A study: how far it is while it runs, then what it found. */
public final class ResultPart extends PagePart {

    private final Reports reports;
    private final ViewTools tools;
    private final ScenarioOpener opener;
    private final Consumer<StudyRun> onNews = news -> this.refresher.run();
    private StudyRun run;
    private Refresher refresher;
    private Composite stack;
    private Composite waiting;
    private Label text;
    private ProgressBar bar;
    private Button cancel;
    private LiveTable live;
    private ReportView report;
    private Control page;

    /** @param opener of the scenarios of points */
    public ResultPart(Reports reports, ViewTools tools, ScenarioOpener opener) {
        this.reports = reports;
        this.tools = tools;
        this.opener = opener;
    }

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        super.init(site, input);
        run = ((ResultInput) input).run();
    }

    public StudyRun run() {
        return run;
    }

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        refresher = new Refresher(stack, this::refresh);
        stack.setLayout(new StackLayout());
        Look.page(stack);
        waiting = new Composite(stack, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 24;
        layout.marginHeight = 24;
        layout.verticalSpacing = 12;
        waiting.setLayout(layout);
        text = new Label(waiting, SWT.WRAP);
        text.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        bar = new ProgressBar(waiting, SWT.HORIZONTAL);
        GridData data = new GridData(SWT.LEFT, SWT.TOP, false, false);
        data.widthHint = 480;
        bar.setLayoutData(data);
        cancel = new Button(waiting, SWT.PUSH);
        cancel.setText(Messages.Run_cancel);
        cancel.addListener(SWT.Selection, event -> {
            run.cancel();
            refresh();
        });
        live = new LiveTable(waiting);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(stack, "org.quorate.ui.comparison");
        run.onChange(onNews);
        refresh();
    }

    private void refresh() {
        StudyRun.Advance advance = run.advance();
        boolean running = run.state() == StudyRun.State.RUNNING;
        bar.setMaximum(advance.total());
        bar.setSelection(advance.done());
        bar.setVisible(running);
        cancel.setVisible(running);
        cancel.setEnabled(!run.cancelRequested());
        text.setText(Look.plain(RunText.of(run)));
        live.show(running ? run.live() : Optional.empty(), advance.elapsed());
        waiting.layout();
        run.found().filter(done -> report == null).ifPresent(this::showReport);
        ((StackLayout) stack.getLayout()).topControl = report == null ? waiting : page;
        stack.layout();
    }

    private void showReport(Found found) {
        report = new ReportView(reports.painter(), tools, new PointPages(getSite().getPage(),
                run.study().document().map(document -> document.scenario().name()).orElse(run.study().name()), found.points(), opener));
        Optional<Composite> noted = found.note().map(note -> new NoteBar(note).create(stack));
        report.create(noted.orElse(stack), found.report());
        page = noted.<Control>map(whole -> whole).orElse(report.control());
        noted.ifPresent(whole -> report.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true)));
    }

    @Override
    public void setFocus() {
        if (report != null) {
            report.setFocus();
        } else {
            cancel.setFocus();
        }
    }

    @Override
    public void dispose() {
        run.removeListener(onNews);
        super.dispose();
    }
}
