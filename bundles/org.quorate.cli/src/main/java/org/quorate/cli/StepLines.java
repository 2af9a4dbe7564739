// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.Locale;
import org.quorate.cli.text.Plain;
import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.StepOutcome;

/** Tells on standard error what steps say, a line each with the node and the step before it. */
final class StepLines implements ApplyListener {

    private final Console console;

    StepLines(Console console) {
        this.console = console;
    }

    private void tell(String node, String text) {
        console.err().println(Plain.line(node + "  " + text));
        console.err().flush();
    }

    @Override
    public void connected(String node, String login, String fingerprint) {
        tell(node, "connected to " + login + ", host key " + fingerprint);
    }

    @Override
    public void stepBegan(String node, String step) {
        tell(node, step + ": begins");
    }

    @Override
    public void line(String node, String step, String text) {
        // The heading of a step says what was said when it began.
        if (!text.startsWith("[")) {
            tell(node, step + ": " + text.strip());
        }
    }

    @Override
    public void stepEnded(StepOutcome outcome) {
        tell(outcome.node(), String.format(Locale.ROOT, "%s: %s (%.1f s)", outcome.step(), outcome.state().words().toUpperCase(Locale.ROOT),
                outcome.seconds()));
    }

    @Override
    public void remark(String node, String text) {
        tell(node, text);
    }
}
