// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.quorate.ui.Look;
import org.quorate.ui.PageDialog;
import org.quorate.ui.study.Question;
import org.quorate.ui.study.Questionnaire;
import org.quorate.ui.study.Reply;
import org.quorate.ui.study.StudyForm;
import org.quorate.ui.study.StudyMessages;

/** Asks what a study needs to know. What the use case has against an answer stands below it; with none, the study can be started. */
public final class StudyDialog extends PageDialog {

    /** So long after an answer: whoever types is not disturbed. */
    private static final long DELAY_MILLIS = 150;
    private static final int WIDTH = 640;
    /** The question and its answer. */
    private static final int COLUMNS = 2;
    private static final int SUMMARY_LINES = 3;

    private final StudyForm form;
    private final Map<String, QuestionControl> controls = new LinkedHashMap<>();
    private final Job job = Job.createSystem(StudyMessages.Study_check_job, this::check);
    private volatile Map<String, String> wanted = Map.of();
    private Optional<Study> study = Optional.empty();
    private Label summary;

    public StudyDialog(Shell parent, StudyForm form) {
        super(parent, form.questionnaire().title(), form.questionnaire().help(), COLUMNS);
        this.form = form;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /**
     * What is to be started.
     *
     * @param study   that was asked for
     * @param answers to its questions, by key
     */
    public record Asked(Study study, Map<String, String> answers) {
    }

    /** Asks, and says what is to be started; absent: nothing is. */
    public static Optional<Study> ask(Shell parent, Questionnaire questions) {
        return asked(parent, questions).map(Asked::study);
    }

    /** Asks, and says what is to be started and what was answered; absent: nothing is. */
    public static Optional<Asked> asked(Shell parent, Questionnaire questions) {
        return asked(parent, new StudyForm(questions));
    }

    /** Likewise; afterwards the form has what was entered, whether it is to be started or not. */
    public static Optional<Asked> asked(Shell parent, StudyForm form) {
        StudyDialog dialog = new StudyDialog(parent, form);
        dialog.open();
        return dialog.study().map(study -> new Asked(study, dialog.wanted));
    }

    /** What is to be started; absent unless the dialog was closed by its button. */
    public Optional<Study> study() {
        return getReturnCode() == OK ? study : Optional.empty();
    }

    @Override
    protected void fill(Composite area) {
        paragraph(area, form.questionnaire().intro(), WIDTH);
        form.questions().forEach(question -> {
            QuestionControl control = new QuestionControl(question.key(), this::enter, this::leave);
            control.create(area, question);
            controls.put(question.key(), control);
        });
        summary = paragraph(area, "", WIDTH);
        GridData room = (GridData) summary.getLayoutData();
        room.verticalIndent = 4;
        // For what is said of most answers, so that the window need not grow.
        room.heightHint = SUMMARY_LINES * summary.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, StudyMessages.Study_start, true).setEnabled(false);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        requestCheck();
    }

    /** Something else is to be done than to answer. */
    private void leave(Runnable work) {
        cancelPressed();
        work.run();
    }

    private void enter(String key, String value) {
        form.enter(key, value);
        form.questions().forEach(question -> controls.get(question.key()).show(question));
        requestCheck();
    }

    private void requestCheck() {
        wanted = form.entered();
        study = Optional.empty();
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        job.cancel();
        job.schedule(DELAY_MILLIS);
    }

    /** In the background: a study over thousands of points takes seconds to check. */
    private IStatus check(IProgressMonitor monitor) {
        Map<String, String> entered = wanted;
        try {
            StudyForm.Checked checked = form.check(entered, monitor::isCanceled);
            Shell shell = getShell();
            if (shell != null && !shell.isDisposed()) {
                shell.getDisplay().asyncExec(() -> {
                    if (!shell.isDisposed() && entered == wanted) {
                        form.take(checked);
                        show(checked.reply());
                    }
                });
            }
            return Status.OK_STATUS;
        } catch (CancellationException e) {
            return Status.CANCEL_STATUS;
        } catch (RuntimeException e) {
            ILog.of(StudyDialog.class).error(e.getMessage(), e);
            return Status.OK_STATUS;
        }
    }

    private void show(Reply reply) {
        controls.forEach((key, control) -> control.showProblem(Optional.ofNullable(reply.problems().get(key))));
        for (Question question : form.questions()) {
            controls.get(question.key()).show(question);
        }
        summary.setText(Look.plain(reply.summary()));
        GridData room = (GridData) summary.getLayoutData();
        room.heightHint = Math.max(room.heightHint, summary.computeSize(WIDTH, SWT.DEFAULT).y);
        study = reply.study();
        getButton(IDialogConstants.OK_ID).setEnabled(study.isPresent());
        grow();
    }

    /** Long messages need room; a window that shrinks again would be restless. */
    private void grow() {
        Shell shell = getShell();
        shell.layout(true, true);
        Point size = shell.getSize();
        Point needed = shell.computeSize(size.x, SWT.DEFAULT);
        if (needed.y > size.y) {
            shell.setSize(size.x, needed.y);
        }
    }

    @Override
    public boolean close() {
        job.cancel();
        return super.close();
    }
}
