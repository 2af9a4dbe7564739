// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.quorate.report.chart.ChartSpec;
import org.quorate.study.observe.FleetObservation.FigureRow;
import org.quorate.study.observe.HotLock;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.Refresher;
import org.quorate.ui.ViewTools;
import org.quorate.ui.chart.ChartCanvas;
import org.quorate.ui.report.OutputDialog;
import org.quorate.ui.report.Reports;
import org.quorate.ui.table.RowTable;

/** A running cluster: a chart over time, its figures beside what was predicted, and its hottest locks, round after round. */
public final class ObservePart extends ViewPart {

    private static final int[] SHARES = {46, 54};
    private static final int FIGURE_WIDTH = 220;
    private static final int LOCK_WIDTH = 180;
    private static final int PATH_WIDTH = 200;
    private static final int INTERVAL_WIDTH = 150;
    private static final int WORD_WIDTH = 110;
    private static final int NUMBER_WIDTH = 90;

    private final Observations observations;
    private final ObservePresenter presenter;
    private final Reports reports;
    private final ViewTools tools;
    private Refresher onNews;
    private RunHeader header;
    private Composite stack;
    private Composite empty;
    private Composite waiting;
    private SashForm sash;
    private Combo choice;
    private Composite chartPlace;
    private ChartCanvas chart;
    private RowTable<FigureRow> figures;
    private RowTable<HotLock> hot;
    private Text notes;
    private Button onlyPredicted;
    private Button export;
    private Button begin;

    public ObservePart(Observations observations, ObservePresenter presenter, Reports reports, ViewTools tools) {
        this.observations = observations;
        this.presenter = presenter;
        this.reports = reports;
        this.tools = tools;
    }

    @Override
    public void createPartControl(Composite parent) {
        onNews = new Refresher(parent, this::refresh);
        parent.setLayout(bare());
        header = new RunHeader();
        Composite buttons = header.create(parent);
        onlyPredicted = new Button(buttons, SWT.CHECK);
        onlyPredicted.setText(NodesMessages.Observe_only_predicted);
        onlyPredicted.addListener(SWT.Selection, event -> refresh());
        begin = new Button(buttons, SWT.PUSH);
        begin.setText(NodesMessages.Observe_begin);
        begin.addListener(SWT.Selection, event -> CommandCall.of(Ids.OBSERVE_COMMAND).run(getSite()));
        export = new Button(buttons, SWT.PUSH);
        export.setText(NodesMessages.Nodes_export);
        export.addListener(SWT.Selection, event -> export());
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        empty = EmptyPage.create(stack, NodesMessages.Observe_empty, NodesMessages.Observe_begin, () -> CommandCall.of(Ids.OBSERVE_COMMAND).run(getSite()));
        waiting = EmptyPage.words(stack, NodesMessages.Observe_waiting).getParent();
        sash = new SashForm(stack, SWT.HORIZONTAL);
        createChart();
        createTables();
        sash.setWeights(SHARES);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, "org.quorate.ui.observe");
        getSite().getService(IHandlerService.class).activateHandler(Ids.EXPORT_DATA_COMMAND, new ActionHandler(new Action() {
            @Override
            public void run() {
                export();
            }
        }));
        observations.onChange(onNews);
        // The first painter looks for fonts.
        Job.createSystem(NodesMessages.Observe_title, (ICoreRunnable) monitor -> {
            reports.painter();
            onNews.run();
        }).schedule();
        refresh();
    }

    private static GridLayout bare() {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        return layout;
    }

    private void createChart() {
        Composite left = new Composite(sash, SWT.NONE);
        left.setLayout(bare());
        Look.page(left);
        choice = new Combo(left, SWT.READ_ONLY);
        choice.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        AccessibleNames.set(choice, NodesMessages.Observe_chart);
        choice.addListener(SWT.Selection, event -> showChart());
        chartPlace = new Composite(left, SWT.NONE);
        chartPlace.setLayout(bare());
        chartPlace.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    }

    private void createTables() {
        CTabFolder tabs = new CTabFolder(sash, SWT.BORDER);
        figures = new RowTable<>(tabs, "observedFigures", tools);
        figures.named(NodesMessages.Observe_figures);
        figures.knownBy(row -> List.of(row.node(), row.figure()));
        figures.iconColumn(NodesMessages.Observe_figure, FIGURE_WIDTH, ObservePresenter::figure,
                row -> ObservePresenter.deviates(row) ? ISharedImages.IMG_OBJS_WARN_TSK : "");
        figures.column(NodesMessages.Reach_node, NUMBER_WIDTH, row -> ObservePresenter.node(row.node()));
        figures.numberColumn(NodesMessages.Observe_predicted, INTERVAL_WIDTH, row -> row.predicted().map(interval -> interval.mean()).orElse(null),
                ObservePresenter::predicted);
        figures.numberColumn(NodesMessages.Observe_actual, NUMBER_WIDTH, row -> row.actual().isPresent() ? row.actual().getAsDouble() : null, ObservePresenter::actual);
        figures.column(NodesMessages.Nodes_compared_column, WORD_WIDTH, ObservePresenter::deviation);
        tab(tabs, NodesMessages.Observe_figures, figures.control());
        hot = new RowTable<>(tabs, "observedLocks", tools);
        hot.named(NodesMessages.Observe_hot);
        hot.knownBy(lock -> List.of(lock.node(), lock.type(), lock.number()));
        hot.column(NodesMessages.Observe_lock, LOCK_WIDTH, lock -> lock.type() + " " + lock.number());
        hot.column(NodesMessages.Reach_node, NUMBER_WIDTH, lock -> ObservePresenter.node(lock.node()));
        hot.numberColumn(NodesMessages.Observe_inode, NUMBER_WIDTH, lock -> lock.inode().orElse(null), lock -> lock.inode().map(String::valueOf).orElse("–"));
        hot.numberColumn(NodesMessages.Observe_waiters, NUMBER_WIDTH, HotLock::waiters, lock -> String.valueOf(lock.waiters()));
        hot.numberColumn(NodesMessages.Observe_uses, NUMBER_WIDTH, lock -> lock.usesPerSecond().isPresent() ? lock.usesPerSecond().getAsDouble() : null, ObservePresenter::uses);
        hot.column(NodesMessages.Observe_path, PATH_WIDTH, lock -> lock.path().orElse("–"));
        tab(tabs, NodesMessages.Observe_hot, hot.control());
        notes = new Text(tabs, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        AccessibleNames.set(notes, NodesMessages.Observe_notes);
        tab(tabs, NodesMessages.Observe_notes, notes);
        tabs.setSelection(0);
    }

    private static void tab(CTabFolder tabs, String title, Control control) {
        CTabItem item = new CTabItem(tabs, SWT.NONE);
        item.setText(title);
        item.setControl(control);
    }

    private void export() {
        if (!presenter.forms().isEmpty()) {
            new OutputDialog(getSite().getShell(), Messages.Data_title, presenter.forms()).open(presenter.fileName());
        }
    }

    private void refresh() {
        header.show(observations.run(), presenter.summary(), observations.isEarlier());
        boolean any = observations.watched().isPresent();
        ((StackLayout) stack.getLayout()).topControl = any ? sash : observations.isRunning() ? waiting : empty;
        stack.layout();
        Look.enable(onlyPredicted, any);
        Look.enable(export, any);
        Look.enable(begin, !observations.isRunning());
        if (any) {
            figures.show(presenter.figures(onlyPredicted.getSelection()));
            hot.show(presenter.hot());
            if (!presenter.notes().equals(notes.getText())) {
                notes.setText(presenter.notes());
            }
            showChart();
        }
    }

    private void showChart() {
        List<ChartSpec> charts = presenter.charts();
        String[] titles = charts.stream().map(ChartSpec::title).toArray(String[]::new);
        if (!List.of(titles).equals(List.of(choice.getItems()))) {
            String former = choice.getText();
            choice.setItems(titles);
            choice.select(Math.max(0, choice.indexOf(former)));
        }
        Look.enable(choice, titles.length > 0);
        // A chart needs two rounds; until then that of another watch is not to be seen.
        chartPlace.setVisible(titles.length > 0);
        if (titles.length == 0) {
            return;
        }
        ChartSpec chosen = charts.get(choice.getSelectionIndex());
        if (chart == null) {
            chart = new ChartCanvas(chartPlace, chosen, reports.painter(), tools);
            chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
            chartPlace.layout();
        } else if (!chart.presenter().chart().equals(chosen)) {
            chart.show(chosen);
        }
    }

    @Override
    public void setFocus() {
        if (observations.watched().isPresent()) {
            figures.control().setFocus();
        } else {
            empty.setFocus();
        }
    }

    @Override
    public void dispose() {
        observations.removeListener(onNews);
        super.dispose();
    }
}
