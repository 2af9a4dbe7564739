// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.handlers;

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.quorate.app.MeasureNodes;
import org.quorate.app.MeasureRequest;
import org.quorate.app.MeasuredNodes;
import org.quorate.app.NodeAccess;
import org.quorate.model.Scenario;
import org.quorate.ui.Messages;
import org.quorate.ui.ViewTools;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.editor.ScenarioEditor;
import org.quorate.ui.editor.ScenarioEditors;
import org.quorate.ui.nodes.MeasureOptions;
import org.quorate.ui.nodes.MeasurePresenter;
import org.quorate.ui.nodes.MeasureWindow;
import org.quorate.ui.nodes.NodeRun;
import org.quorate.ui.nodes.NodeRuns;
import org.quorate.ui.nodes.NodesMessages;
import org.quorate.ui.nodes.ReachDialog;
import org.quorate.ui.nodes.ReachMemory;
import org.quorate.ui.nodes.ReachPresenter;

/** Nodes &gt; Measure: measures the nodes of the scenario in front, and offers to put the figures into it. */
public final class MeasureHandler extends AbstractHandler {

    private final MeasureNodes measure;
    private final NodeRuns runs;
    private final ReachMemory memory;
    private final ViewTools tools;

    public MeasureHandler(MeasureNodes measure, NodeRuns runs, ReachMemory memory, ViewTools tools) {
        this.measure = measure;
        this.runs = runs;
        this.memory = memory;
        this.tools = tools;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        IWorkbenchPage page = window.getActivePage();
        Optional<ScenarioEditor> editor = ScenarioEditors.active(page);
        Optional<Scenario> scenario = editor.map(ScenarioEditor::session).flatMap(ScenarioSession::scenario);
        if (scenario.isEmpty()) {
            MessageDialog.openInformation(window.getShell(), Messages.Run_not_ready_title, Messages.Run_not_ready);
            return null;
        }
        String name = scenario.get().name();
        ReachPresenter presenter = new ReachPresenter(scenario, memory.find(name));
        MeasureOptions options = new MeasureOptions();
        ReachDialog dialog = new ReachDialog(window.getShell(), new ReachDialog.Purpose(NodesMessages.Measure_title, NodesMessages.Measure_intro,
                NodesMessages.Measure_start), presenter, options);
        dialog.ask(memory, name).ifPresent(questions -> {
            MeasureRequest request = options.request(presenter.hosts());
            NodeAccess access = presenter.access();
            NodeRun<MeasuredNodes> run = runs.start(Messages.bind(NodesMessages.Measure_running, name), progress -> measure.measure(request, scenario, access,
                    questions, remark -> {
                        // The view Nodes shows what is to be known of ssh's configuration.
                    }, progress));
            run.onCancel(questions::close);
            new MeasureWindow(window.getShell(), run, new MeasurePresenter(editor.get().session()), () -> isOpen(page, editor.get()), tools).open();
        });
        return null;
    }

    private static boolean isOpen(IWorkbenchPage page, ScenarioEditor editor) {
        return Stream.of(page.getEditorReferences()).anyMatch(reference -> reference.getEditor(false) == editor);
    }
}
