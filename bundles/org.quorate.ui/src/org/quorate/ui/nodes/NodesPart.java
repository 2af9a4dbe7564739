// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.quorate.ui.CommandCall;
import org.quorate.ui.Ids;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;
import org.quorate.ui.Refresher;
import org.quorate.ui.SeverityButtons;
import org.quorate.ui.ViewTools;
import org.quorate.ui.editor.FollowedEditor;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.report.OutputDialog;

/** What real nodes are, fact by fact beside each other, and what is wrong with them. */
public final class NodesPart extends ViewPart {

    private static final int[] SHARES = {56, 44};
    private static final int FILTER_WIDTH = 180;

    private final Inventories inventories;
    private final NodesPresenter presenter;
    private final ViewTools tools;
    private Refresher onNews;
    private RunHeader header;
    private FactTable facts;
    private FindingList findings;
    private Composite stack;
    private Composite empty;
    private SashForm sash;
    private Button onlyOdd;
    private Button export;
    private FollowedEditor followed;
    private Optional<Inventories.Taken> shown = Optional.empty();
    private String name;

    public NodesPart(Inventories inventories, NodesPresenter presenter, ViewTools tools) {
        this.inventories = inventories;
        this.presenter = presenter;
        this.tools = tools;
    }

    @Override
    public void createPartControl(Composite parent) {
        onNews = new Refresher(parent, this::refresh);
        name = getPartName();
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        parent.setLayout(layout);
        header = new RunHeader();
        Composite buttons = header.create(parent);
        Composite filter = new Composite(buttons, SWT.NONE);
        filter.setLayout(new FillLayout());
        GridData width = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        width.widthHint = FILTER_WIDTH;
        filter.setLayoutData(width);
        onlyOdd = new Button(buttons, SWT.CHECK);
        onlyOdd.setText(NodesMessages.Nodes_only_odd);
        onlyOdd.addListener(SWT.Selection, event -> showFacts());
        button(buttons, NodesMessages.Nodes_take).addListener(SWT.Selection, event -> take());
        export = button(buttons, NodesMessages.Nodes_export);
        export.addListener(SWT.Selection, event -> export());
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        empty = EmptyPage.create(stack, NodesMessages.Nodes_empty, NodesMessages.Nodes_take, this::take);
        sash = new SashForm(stack, SWT.HORIZONTAL);
        facts = new FactTable(sash, filter, tools);
        findings = new FindingList(sash, tools, this::fix, item -> followed.editor().ifPresent(open -> open.reveal(item.path())));
        sash.setWeights(SHARES);
        // Beside each other where the view is wide, one below the other where it is high.
        sash.addListener(SWT.Resize, event -> {
            Point size = sash.getSize();
            sash.setOrientation(size.x >= size.y ? SWT.HORIZONTAL : SWT.VERTICAL);
        });
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, "org.quorate.ui.nodes");
        getSite().getService(IHandlerService.class).activateHandler(Ids.EXPORT_DATA_COMMAND, new ActionHandler(new Action() {
            @Override
            public void run() {
                export();
            }
        }));
        inventories.onChange(onNews);
        followed = new FollowedEditor(getSite().getPage(), this::refresh);
        followed.start();
    }

    private static Button button(Composite parent, String text) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        return button;
    }

    private void take() {
        CommandCall.of(Ids.TAKE_INVENTORY_COMMAND).run(getSite());
    }

    private void export() {
        if (!presenter.forms().isEmpty()) {
            new OutputDialog(getSite().getShell(), Messages.Data_title, presenter.forms()).open(presenter.fileName());
        }
    }

    private void fix(List<NodesPresenter.Item> chosen) {
        List<String> problems = presenter.fix(chosen);
        if (!problems.isEmpty()) {
            MessageDialog.openError(getSite().getShell(), Messages.Form_refused_title, Messages.bind(Messages.Form_refused, String.join("\n", problems)));
        }
    }

    private void refresh() {
        // The editor that is followed is told of before all is there.
        if (followed == null) {
            return;
        }
        // Another one may come meanwhile; it is shown by a refresh of its own.
        Optional<Inventories.Taken> taken = inventories.taken();
        presenter.refresh(taken, followed.editor().map(ScenarioEditor::session));
        header.show(inventories.latest(), presenter.summary(), inventories.isEarlier());
        boolean any = taken.isPresent();
        ((StackLayout) stack.getLayout()).topControl = any ? sash : empty;
        stack.layout();
        Look.enable(onlyOdd, any);
        Look.enable(export, any);
        if (any) {
            showFacts();
            findings.show(presenter.items(), presenter::canFix, !taken.equals(shown));
            shown = taken;
        }
        setPartName(SeverityButtons.counted(name, presenter.items().size()));
    }

    private void showFacts() {
        facts.show(presenter.nodes(), presenter.facts(onlyOdd.getSelection()));
    }

    @Override
    public void setFocus() {
        if (inventories.taken().isPresent()) {
            facts.setFocus();
        } else {
            empty.setFocus();
        }
    }

    @Override
    public void dispose() {
        inventories.removeListener(onNews);
        if (followed != null) {
            followed.stop();
        }
        super.dispose();
    }
}
