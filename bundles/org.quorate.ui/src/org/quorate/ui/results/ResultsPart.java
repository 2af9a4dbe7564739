// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.results;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.quorate.app.results.KeptResult;
import org.quorate.app.results.ResultStore;
import org.quorate.ui.Ids;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.ViewTools;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.report.OutputDialog;
import org.quorate.ui.report.OutputForm;
import org.quorate.ui.report.Reports;
import org.quorate.ui.runs.Found;
import org.quorate.ui.runs.ResultInput;
import org.quorate.ui.runs.StudyRun;
import org.quorate.ui.runs.StudyRuns;
import org.quorate.ui.table.RowTable;

/** Lists the results that were kept: to be opened, named, compared, and had again. */
public final class ResultsPart extends ViewPart {

    private static final int FILTER_WIDTH = 220;
    /** Under this the view remembers whether it shows the preview. */
    private static final String PREVIEW = "preview";
    private static final int[] SHARES = {50, 50};

    private final ResultStore store;
    private final ResultsPresenter presenter;
    private final StudyRuns runs;
    private final ScenarioEditors editors;
    private final Runnable onNews = this::load;
    private final List<ResultAction> actions = new ArrayList<>();
    private final Reports reports;
    private final ViewTools tools;
    private final ResultPreview preview;
    private RowTable<KeptResult> table;
    private SashForm sash;
    private Label summary;
    private boolean previewed = true;

    public ResultsPart(ResultStore store, ResultsPresenter presenter, StudyRuns runs, ScenarioEditors editors, Reports reports, ViewTools tools) {
        this.store = store;
        this.presenter = presenter;
        this.reports = reports;
        this.tools = tools;
        preview = new ResultPreview(presenter, reports, tools);
        this.runs = runs;
        this.editors = editors;
    }

    /** Does something with the chosen results, if they are such that it can be done. */
    private final class ResultAction extends Action {

        private final Predicate<List<KeptResult>> possible;
        private final Step step;

        ResultAction(String text, Predicate<List<KeptResult>> possible, Step step) {
            super(text);
            this.possible = possible;
            this.step = step;
            actions.add(this);
        }

        void update(List<KeptResult> chosen) {
            setEnabled(possible.test(chosen));
        }

        @Override
        public void run() {
            try {
                step.run(table.selected());
            } catch (IOException | IllegalArgumentException | PartInitException e) {
                failed(e);
            }
            refresh();
        }
    }

    /** What an action does. */
    private interface Step {
        void run(List<KeptResult> chosen) throws IOException, PartInitException;
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginTop = 2;
        layout.verticalSpacing = 2;
        parent.setLayout(layout);
        Composite header = new Composite(parent, SWT.NONE);
        header.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        sash = new SashForm(parent, SWT.HORIZONTAL);
        sash.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table = new RowTable<>(sash, "results", tools);
        table.named(ResultsMessages.Results_title);
        table.knownBy(KeptResult::id);
        ResultColumns.all(ZoneId.systemDefault()).forEach(column -> table.column(column.model(), column.width()));
        preview.create(sash);
        sash.setWeights(SHARES);
        // Beside the list where the view is wide, below it where it is high.
        sash.addListener(SWT.Resize, event -> {
            Point size = sash.getSize();
            sash.setOrientation(size.x >= size.y ? SWT.HORIZONTAL : SWT.VERTICAL);
        });
        createActions(header);
        showPreview(previewed);
        table.onChoice(this::update);
        table.onFilter(this::summarise);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(table.control(), "org.quorate.ui.results");
        store.onChange(onNews);
        refresh();
        load();
    }

    private void createActions(Composite header) {
        Predicate<List<KeptResult>> one = chosen -> chosen.size() == 1;
        Predicate<List<KeptResult>> some = chosen -> !chosen.isEmpty();
        ResultAction open = new ResultAction(ResultsMessages.Results_open, some, this::open);
        ResultAction beside = new ResultAction(ResultsMessages.Results_compare, presenter::canStandBeside, chosen -> show(runs.start(presenter.beside(chosen))));
        ResultAction again = new ResultAction(ResultsMessages.Results_run_again, one,
                chosen -> show(runs.start(presenter.again(chosen.get(0)), presenter.request(chosen.get(0)))));
        ResultAction seed = new ResultAction(ResultsMessages.Results_run_seed, one.and(chosen -> presenter.hasScenario(chosen.get(0))), this::otherSeed);
        ResultAction scenario = new ResultAction(ResultsMessages.Results_open_scenario, one.and(chosen -> presenter.hasScenario(chosen.get(0))),
                chosen -> editors.openNew(getSite().getPage(), chosen.get(0).scenario(), presenter.scenario(chosen.get(0))));
        ResultAction changes = new ResultAction(ResultsMessages.Results_changes, one.and(chosen -> presenter.hasFile(chosen.get(0))),
                chosen -> show(runs.start(presenter.changes(chosen.get(0)))));
        ResultAction rename = new ResultAction(ResultsMessages.Results_rename, one, this::rename);
        ResultAction pin = new ResultAction(ResultsMessages.Results_pin, some, presenter::pin);
        ResultAction delete = new ResultAction(ResultsMessages.Results_delete, some, presenter::delete);
        ResultAction undelete = new ResultAction(ResultsMessages.Results_undelete, chosen -> presenter.canUndelete(), chosen -> presenter.undelete());
        ResultAction report = new ResultAction(ResultsMessages.Results_report, one, chosen -> write(chosen.get(0), Messages.Report_title,
                found -> reports.forms(found.report())));
        ResultAction data = new ResultAction(ResultsMessages.Results_data, one, chosen -> write(chosen.get(0), Messages.Data_title, Found::forms));
        table.onOpen(chosen -> open.run());
        createHeader(header, open, beside, again, report, data);
        List<List<ResultAction>> groups = List.of(List.of(open, beside), List.of(again, seed), List.of(scenario, changes), List.of(report, data),
                List.of(rename, pin, delete, undelete));
        fill(getViewSite().getActionBars().getMenuManager(), groups);
        groups.forEach(group -> {
            group.forEach(action -> table.actionOnAll(action.getText(), action.possible, chosen -> action.run()));
            if (group != groups.get(groups.size() - 1)) {
                table.actionGap();
            }
        });
        bind(ActionFactory.RENAME.getCommandId(), rename);
        bind(ActionFactory.DELETE.getCommandId(), delete);
        bind(ActionFactory.UNDO.getCommandId(), undelete);
        bind(ActionFactory.COPY.getCommandId(), new ResultAction(Messages.Table_copy, some, chosen -> table.copy()));
        bind(ActionFactory.SELECT_ALL.getCommandId(), new ResultAction(ResultsMessages.Results_select_all, chosen -> true, chosen -> table.selectAll()));
        bind(Ids.WRITE_REPORT_COMMAND, report);
        bind(Ids.EXPORT_DATA_COMMAND, data);
    }

    /** The key of a command does this while the view is in front. */
    private void bind(String command, ResultAction action) {
        getSite().getService(IHandlerService.class).activateHandler(command, new ActionHandler(action));
    }

    /** Reads it in the background, then asks where to. */
    private void write(KeptResult result, String title, Function<Found, List<OutputForm>> forms) {
        Display display = table.control().getDisplay();
        Job.create(title, monitor -> {
            Runnable then;
            try {
                List<OutputForm> offered = forms.apply(presenter.found(result));
                then = () -> ask(title, offered, ResultsPresenter.fileName(result));
            } catch (IOException | RuntimeException e) {
                then = () -> failed(e);
            }
            Runnable now = then;
            display.asyncExec(() -> {
                if (!table.control().isDisposed()) {
                    now.run();
                }
            });
            return Status.OK_STATUS;
        }).schedule();
    }

    private void ask(String title, List<OutputForm> offered, String name) {
        if (offered.isEmpty()) {
            MessageDialog.openInformation(getSite().getShell(), title, Messages.Report_not_ready);
        } else {
            new OutputDialog(getSite().getShell(), title, offered).open(name);
        }
    }

    private void failed(Exception e) {
        MessageDialog.openError(getSite().getShell(), ResultsMessages.Results_title, Messages.bind(ResultsMessages.Results_failed, e.getMessage()));
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        previewed = memento == null || !Boolean.FALSE.equals(memento.getBoolean(PREVIEW));
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putBoolean(PREVIEW, previewed);
    }

    private void showPreview(boolean show) {
        previewed = show;
        sash.setMaximizedControl(show ? null : table.control());
        update();
    }

    private void fill(IMenuManager menu, List<List<ResultAction>> groups) {
        for (List<ResultAction> group : groups) {
            menu.add(new Separator());
            group.forEach(menu::add);
        }
        menu.add(new Separator());
        Action toggle = new Action(ResultsMessages.Results_preview, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                showPreview(isChecked());
            }
        };
        toggle.setChecked(previewed);
        menu.add(toggle);
    }

    private void createHeader(Composite header, ResultAction... shown) {
        GridLayout layout = new GridLayout(2 + shown.length, false);
        layout.marginHeight = 0;
        header.setLayout(layout);
        summary = new Label(header, SWT.NONE);
        GridData line = new GridData(SWT.FILL, SWT.CENTER, true, false);
        line.horizontalIndent = 4;
        summary.setLayoutData(line);
        GridData width = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        width.widthHint = FILTER_WIDTH;
        table.filterField(header).setLayoutData(width);
        for (ResultAction action : shown) {
            Button button = new Button(header, SWT.PUSH);
            button.setText(action.getText());
            button.addListener(SWT.Selection, event -> action.run());
            action.addPropertyChangeListener(event -> {
                if (!button.isDisposed()) {
                    Look.enable(button, action.isEnabled());
                }
            });
        }
    }

    private void open(List<KeptResult> chosen) throws IOException, PartInitException {
        for (KeptResult result : chosen) {
            show(runs.start(presenter.opened(result)));
        }
    }

    private void show(StudyRun run) throws PartInitException {
        getSite().getPage().openEditor(new ResultInput(run), Ids.RESULT_EDITOR);
    }

    private void otherSeed(List<KeptResult> chosen) throws IOException, PartInitException {
        KeptResult result = chosen.get(0);
        InputDialog dialog = new InputDialog(getSite().getShell(), ResultsMessages.Results_seed_title, ResultsMessages.Results_seed_question,
                String.valueOf(result.seed() + 1), text -> ResultsPresenter.wrongSeed(text).orElse(null));
        if (dialog.open() == Window.OK) {
            long seed = Long.parseLong(dialog.getValue().strip());
            show(runs.start(presenter.again(result, seed), presenter.requestWithoutSeed(result)));
        }
    }

    private void rename(List<KeptResult> chosen) throws IOException {
        InputDialog dialog = new InputDialog(getSite().getShell(), ResultsMessages.Results_rename_title, ResultsMessages.Results_rename_question,
                chosen.get(0).name(), text -> ResultsPresenter.wrongName(text).orElse(null));
        if (dialog.open() == Window.OK) {
            presenter.rename(chosen.get(0), dialog.getValue());
        }
    }

    /** From any thread: reads in the background what the store has, then shows it. */
    private void load() {
        Job job = Job.createSystem(ResultsMessages.Results_title, monitor -> {
            try {
                presenter.load();
                PlatformUI.getWorkbench().getDisplay().asyncExec(this::refresh);
            } catch (IOException e) {
                ILog.of(ResultsPart.class).error(e.getMessage(), e);
            }
            return Status.OK_STATUS;
        });
        job.schedule();
    }

    private void refresh() {
        if (!table.control().isDisposed()) {
            table.show(presenter.rows());
            summarise();
            update();
        }
    }

    private void summarise() {
        summary.setText(Look.plain(presenter.summary(table.presenter().lines().size())));
    }

    private void update() {
        List<KeptResult> chosen = table.selected();
        actions.forEach(action -> action.update(chosen));
        preview.show(previewed ? chosen : List.of());
    }

    /** Another program may have kept something meanwhile. */
    @Override
    public void setFocus() {
        load();
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        store.removeListener(onNews);
        super.dispose();
    }
}
