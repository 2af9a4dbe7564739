// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.List;
import java.util.Optional;
import org.quorate.app.NodeQuestions;
import org.quorate.cli.text.Plain;

/** Asks on the terminal; what is typed of a secret is not shown. */
final class TerminalQuestions implements NodeQuestions {

    private final java.io.Console terminal;

    private TerminalQuestions(java.io.Console terminal) {
        this.terminal = terminal;
    }

    /** Nobody if there is no terminal, or nobody is to be asked. */
    static NodeQuestions of(Console console, boolean unattended) {
        java.io.Console terminal = unattended || !console.errTerminal() ? null : System.console();
        return terminal == null ? NodeQuestions.NOBODY : new TerminalQuestions(terminal);
    }

    @Override
    public boolean accept(String host, String login, String type, String fingerprint, List<String> remarks) {
        terminal.printf("%n%s", Plain.line(login + " is not known. Its " + type + " key has the fingerprint"));
        terminal.printf("%n  %s%n", Plain.line(fingerprint));
        remarks.forEach(remark -> terminal.printf("  (%s)%n", Plain.line(remark)));
        String answer = terminal.readLine("Is that the key of %s? It is kept then. (yes/no) ", Plain.line(host));
        return "yes".equalsIgnoreCase(answer == null ? "" : answer.strip());
    }

    @Override
    public Optional<char[]> secret(String prompt) {
        return Optional.ofNullable(terminal.readPassword("%n%s: ", Plain.line(prompt)));
    }
}
