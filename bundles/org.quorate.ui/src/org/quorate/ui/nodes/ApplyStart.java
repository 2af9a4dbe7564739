// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.Map;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.quorate.app.ApplyExport;
import org.quorate.model.Scenario;
import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.Verb;
import org.quorate.ui.Messages;

/** Asks how the nodes of the plan are reached, and begins what is to be done with its steps. Used in the user interface's thread. */
public final class ApplyStart {

    /** What is to be done. */
    public enum Kind {
        DRY_RUN(Verb.PLAN, false),
        APPLY(Verb.APPLY, false),
        RESUME(Verb.APPLY, true),
        UNDO(Verb.UNDO, false);

        private final Verb verb;
        private final boolean resume;

        Kind(Verb verb, boolean resume) {
            this.verb = verb;
            this.resume = resume;
        }
    }

    private final Applies applies;
    private final ReachMemory memory;

    public ApplyStart(Applies applies, ReachMemory memory) {
        this.applies = applies;
        this.memory = memory;
    }

    /**
     * Nothing begins if the dialog is cancelled, or if the scenario was edited or something else was planned while it was open.
     *
     * @param prepared the plan that is shown
     */
    void begin(Shell shell, Applies.Prepared prepared, Kind kind) {
        Scenario scenario = prepared.scenario();
        boolean byAddress = memory.find(scenario.name()).byAddress();
        Map<String, String> others = ApplyExport.hosts(scenario, prepared.plan().orElseThrow(), byAddress);
        ReachPresenter presenter = new ReachPresenter(scenario, memory.find(scenario.name()), others);
        ReachDialog dialog = new ReachDialog(shell, purpose(kind), presenter);
        dialog.ask(memory, scenario.name()).ifPresent(questions -> {
            String title = Messages.bind(running(kind), scenario.name());
            // Remarks on ssh's configuration stand in the view Nodes.
            ApplyExport.Watch watch = new ApplyExport.Watch(questions, questions, ApplyListener.SILENT, remark -> { });
            applies.start(prepared, title, kind.verb, kind.resume, presenter.hosts(), presenter.access(), watch).ifPresentOrElse(
                    run -> run.onCancel(questions::close),
                    () -> MessageDialog.openInformation(shell, NodesMessages.Apply_title, NodesMessages.Apply_other_plan));
        });
    }

    private static ReachDialog.Purpose purpose(Kind kind) {
        return switch (kind) {
            case DRY_RUN -> new ReachDialog.Purpose(NodesMessages.Apply_dry_run_title, NodesMessages.Apply_dry_run_intro, NodesMessages.Apply_dry_run);
            case APPLY -> new ReachDialog.Purpose(NodesMessages.Apply_title, NodesMessages.Apply_intro, NodesMessages.Apply_begin);
            case RESUME -> new ReachDialog.Purpose(NodesMessages.Apply_resume_title, NodesMessages.Apply_resume_intro, NodesMessages.Apply_begin);
            case UNDO -> new ReachDialog.Purpose(NodesMessages.Apply_undo_title, NodesMessages.Apply_undo_intro, NodesMessages.Apply_begin);
        };
    }

    private static String running(Kind kind) {
        return switch (kind) {
            case DRY_RUN -> NodesMessages.Apply_run_plan;
            case APPLY, RESUME -> NodesMessages.Apply_run_apply;
            case UNDO -> NodesMessages.Apply_run_undo;
        };
    }
}
