// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.quorate.ui.AccessibleNames;
import org.quorate.ui.Look;
import org.quorate.ui.Messages;

/** The line above a view of nodes: what it shows, and while something is under way how far it is, with the button that stops it. */
final class RunHeader {

    private static final int BAR_WIDTH = 140;

    private Composite line;
    private Label text;
    private ProgressBar bar;
    private Button cancel;
    private Optional<? extends NodeRun<?>> run = Optional.empty();

    /** Makes it; what is returned is for the view's own buttons. */
    Composite create(Composite parent) {
        line = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(4, false);
        layout.marginHeight = 2;
        layout.marginWidth = 8;
        line.setLayout(layout);
        line.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        text = new Label(line, SWT.NONE);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        bar = new ProgressBar(line, SWT.HORIZONTAL);
        GridData width = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        width.widthHint = BAR_WIDTH;
        bar.setLayoutData(width);
        AccessibleNames.set(bar, NodesMessages.Run_progress);
        cancel = new Button(line, SWT.PUSH);
        cancel.setText(Messages.Run_cancel);
        cancel.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        cancel.addListener(SWT.Selection, event -> run.ifPresent(NodeRun::cancel));
        Composite buttons = new Composite(line, SWT.NONE);
        GridLayout row = new GridLayout();
        row.marginWidth = 0;
        row.marginHeight = 0;
        buttons.setLayout(row);
        buttons.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        return buttons;
    }

    /**
     * Shows how the latest run stands.
     *
     * @param found   of what is shown, in short; empty: nothing is shown
     * @param earlier it is of a run before, as the latest has ended without anything
     */
    void show(Optional<? extends NodeRun<?>> latest, String found, boolean earlier) {
        String summary = earlier && !found.isEmpty() ? Messages.bind(NodesMessages.Run_earlier, found) : found;
        run = latest;
        Composite buttons = (Composite) line.getChildren()[line.getChildren().length - 1];
        ((GridLayout) buttons.getLayout()).numColumns = buttons.getChildren().length;
        boolean running = latest.filter(now -> now.state() == NodeRun.State.RUNNING).isPresent();
        String said = latest.map(now -> words(now, summary)).orElse(summary);
        text.setText(Look.plain(said));
        text.setToolTipText(said);
        latest.ifPresent(now -> {
            bar.setMaximum(Math.max(1, now.advance().total()));
            bar.setSelection(now.advance().done());
            Look.enable(cancel, !now.cancelRequested());
        });
        visible(buttons, buttons.getChildren().length > 0);
        visible(bar, running && latest.filter(now -> now.advance().total() > 0).isPresent());
        visible(cancel, running);
        line.layout(true, true);
    }

    private static String words(NodeRun<?> run, String summary) {
        NodeRun.Advance advance = run.advance();
        return switch (run.state()) {
            case RUNNING -> run.cancelRequested() ? Messages.Run_cancelling : advance.message().isEmpty() ? run.title() + "…"
                    // It goes on until somebody stops it: what there is so far is said.
                    : advance.total() <= 0 ? run.title() + ": " + summary
                    : Messages.bind(NodesMessages.Run_advance, new Object[] {run.title(), advance.done(), advance.total(), advance.message()});
            case DONE -> summary;
            case CANCELLED -> (Messages.bind(NodesMessages.Run_cancelled, run.title()) + " " + summary).strip();
            case FAILED -> (failure(run) + " " + summary).strip();
        };
    }

    /** As a sentence that another can follow. */
    private static String failure(NodeRun<?> run) {
        String failure = Messages.bind(NodesMessages.Run_failed, run.title(), run.failure().map(Throwable::getMessage).orElse(""));
        return failure.endsWith(".") ? failure : failure + ".";
    }

    private static void visible(Control control, boolean now) {
        control.setVisible(now);
        ((GridData) control.getLayoutData()).exclude = !now;
    }
}
