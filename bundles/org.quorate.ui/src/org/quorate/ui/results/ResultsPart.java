// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.results;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.quorate.app.results.KeptResult;
import org.quorate.app.results.ResultStore;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Ids;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.runs.ResultInput;
import org.quorate.ui.runs.StudyRun;
import org.quorate.ui.runs.StudyRuns;

/** Lists the results that were kept: to be opened, named, compared, and had again. */
public final class ResultsPart extends ViewPart {

    private static final int FILTER_WIDTH = 220;

    private final ResultStore store;
    private final ResultsPresenter presenter;
    private final StudyRuns runs;
    private final ScenarioEditors editors;
    private final Runnable onNews = this::load;
    private final List<ResultAction> actions = new ArrayList<>();
    private ResultsTable table;
    private Label summary;

    public ResultsPart(ResultStore store, ResultsPresenter presenter, StudyRuns runs, ScenarioEditors editors) {
        this.store = store;
        this.presenter = presenter;
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
                step.run(table.chosen());
            } catch (IOException | IllegalArgumentException | PartInitException e) {
                MessageDialog.openError(getSite().getShell(), Messages.Results_title, Messages.bind(Messages.Results_failed, e.getMessage()));
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
        table = new ResultsTable(parent, ResultColumns.all(ZoneId.systemDefault()));
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        createActions(header);
        table.onChoice(this::update);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(table.control(), "org.quorate.ui.results");
        store.onChange(onNews);
        refresh();
        load();
    }

    private void createActions(Composite header) {
        Predicate<List<KeptResult>> one = chosen -> chosen.size() == 1;
        Predicate<List<KeptResult>> some = chosen -> !chosen.isEmpty();
        ResultAction open = new ResultAction(Messages.Results_open, some, this::open);
        ResultAction beside = new ResultAction(Messages.Results_compare, presenter::canStandBeside, chosen -> show(runs.start(presenter.beside(chosen))));
        ResultAction again = new ResultAction(Messages.Results_run_again, one,
                chosen -> show(runs.start(presenter.again(chosen.get(0)), presenter.request(chosen.get(0)))));
        ResultAction seed = new ResultAction(Messages.Results_run_seed, one.and(chosen -> presenter.hasScenario(chosen.get(0))), this::otherSeed);
        ResultAction scenario = new ResultAction(Messages.Results_open_scenario, one.and(chosen -> presenter.hasScenario(chosen.get(0))),
                chosen -> editors.openNew(getSite().getPage(), chosen.get(0).scenario(), presenter.scenario(chosen.get(0))));
        ResultAction changes = new ResultAction(Messages.Results_changes, one.and(chosen -> presenter.hasFile(chosen.get(0))),
                chosen -> show(runs.start(presenter.changes(chosen.get(0)))));
        ResultAction rename = new ResultAction(Messages.Results_rename, one, this::rename);
        ResultAction pin = new ResultAction(Messages.Results_pin, some, presenter::pin);
        ResultAction delete = new ResultAction(Messages.Results_delete, some, presenter::delete);
        ResultAction undelete = new ResultAction(Messages.Results_undelete, chosen -> presenter.canUndelete(), chosen -> presenter.undelete());
        ResultAction copy = new ResultAction(Messages.Table_copy, some, chosen -> table.copy());
        ResultAction all = new ResultAction(Messages.Results_select_all, chosen -> true, chosen -> table.chooseAll());
        table.onOpen(open::run);
        createHeader(header, open, beside, again);
        List<List<ResultAction>> groups = List.of(List.of(open, beside), List.of(again, seed), List.of(scenario, changes),
                List.of(rename, pin, delete, undelete), List.of(copy, all));
        IActionBars bars = getViewSite().getActionBars();
        fill(bars.getMenuManager(), groups);
        MenuManager context = new MenuManager();
        fill(context, groups);
        table.control().setMenu(context.createContextMenu(table.control()));
        bind(ActionFactory.RENAME, rename);
        bind(ActionFactory.DELETE, delete);
        bind(ActionFactory.UNDO, undelete);
        bind(ActionFactory.COPY, copy);
        bind(ActionFactory.SELECT_ALL, all);
    }

    /** The key of a command of the workbench does this while the view is in front. */
    private void bind(ActionFactory command, ResultAction action) {
        getSite().getService(IHandlerService.class).activateHandler(command.getCommandId(), new ActionHandler(action));
    }

    private static void fill(IMenuManager menu, List<List<ResultAction>> groups) {
        for (List<ResultAction> group : groups) {
            menu.add(new Separator());
            group.forEach(menu::add);
        }
    }

    private void createHeader(Composite header, ResultAction... shown) {
        GridLayout layout = new GridLayout(2 + shown.length, false);
        layout.marginHeight = 0;
        header.setLayout(layout);
        summary = new Label(header, SWT.NONE);
        GridData line = new GridData(SWT.FILL, SWT.CENTER, true, false);
        line.horizontalIndent = 4;
        summary.setLayoutData(line);
        Text filter = new Text(header, SWT.SINGLE | SWT.BORDER | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.Results_filter);
        AccessibleNames.set(filter, Messages.Results_filter, "");
        GridData width = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        width.widthHint = FILTER_WIDTH;
        filter.setLayoutData(width);
        filter.addListener(SWT.Modify, event -> {
            presenter.filter(filter.getText());
            refresh();
        });
        for (ResultAction action : shown) {
            Button button = new Button(header, SWT.PUSH);
            button.setText(action.getText());
            button.addListener(SWT.Selection, event -> action.run());
            action.addPropertyChangeListener(event -> {
                if (!button.isDisposed()) {
                    button.setEnabled(action.isEnabled());
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
        InputDialog dialog = new InputDialog(getSite().getShell(), Messages.Results_seed_title, Messages.Results_seed_question,
                String.valueOf(result.seed() + 1), text -> ResultsPresenter.wrongSeed(text).orElse(null));
        if (dialog.open() == Window.OK) {
            long seed = Long.parseLong(dialog.getValue().strip());
            show(runs.start(presenter.again(result, seed), presenter.requestWithoutSeed(result)));
        }
    }

    private void rename(List<KeptResult> chosen) throws IOException {
        InputDialog dialog = new InputDialog(getSite().getShell(), Messages.Results_rename_title, Messages.Results_rename_question,
                chosen.get(0).name(), text -> ResultsPresenter.wrongName(text).orElse(null));
        if (dialog.open() == Window.OK) {
            presenter.rename(chosen.get(0), dialog.getValue());
        }
    }

    /** From any thread: reads in the background what the store has, then shows it. */
    private void load() {
        Job job = Job.createSystem(Messages.Results_title, monitor -> {
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
            summary.setText(Look.plain(presenter.summary()));
            update();
        }
    }

    private void update() {
        List<KeptResult> chosen = table.chosen();
        actions.forEach(action -> action.update(chosen));
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
