// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.quorate.app.NodeQuestions;
import org.quorate.remote.apply.Confirmations;

/**
 * Asks in dialogs of the window that work was started from. Asked by other threads than that of the user interface, one question after the
 * other; after {@link #close} every answer is no.
 */
public final class DialogQuestions implements NodeQuestions, Confirmations {

    private final Display display;
    private final Shell parent;
    private final AtomicReference<Dialog> open = new AtomicReference<>();
    private volatile boolean closed;

    public DialogQuestions(Shell parent) {
        this.parent = parent;
        display = parent.getDisplay();
    }

    /** Nobody is asked any more, and what is asked just now is answered with no; from any thread. */
    public void close() {
        closed = true;
        if (!display.isDisposed()) {
            display.asyncExec(() -> Optional.ofNullable(open.get()).ifPresent(Dialog::close));
        }
    }

    @Override
    public boolean accept(String host, String login, String type, String fingerprint, List<String> remarks) {
        AtomicReference<Boolean> answer = new AtomicReference<>(false);
        ask(() -> new HostKeyDialog(parent, new HostKeyDialog.Key(host, login, type, fingerprint, List.copyOf(remarks))),
                dialog -> answer.set(dialog.getReturnCode() == Window.OK));
        return answer.get();
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        AtomicReference<Optional<char[]>> answer = new AtomicReference<>(Optional.empty());
        ask(() -> new SecretDialog(parent, prompt), dialog -> answer.set(dialog.secret()));
        return answer.get();
    }

    @Override
    public Optional<String> typed(Question question) {
        AtomicReference<Optional<String>> answer = new AtomicReference<>(Optional.empty());
        ask(() -> new ConfirmDialog(parent, question), dialog -> answer.set(Optional.of(dialog.typed())));
        return answer.get();
    }

    private <D extends Dialog> void ask(Supplier<D> maker, Consumer<D> take) {
        try {
            display.syncExec(() -> {
                if (closed || parent.isDisposed()) {
                    return;
                }
                D dialog = maker.get();
                open.set(dialog);
                try {
                    if (dialog.open() == Window.OK) {
                        take.accept(dialog);
                    }
                } finally {
                    open.set(null);
                }
            });
        } catch (SWTException e) {
            // The program ends: nobody answers.
            closed = true;
        }
    }
}
