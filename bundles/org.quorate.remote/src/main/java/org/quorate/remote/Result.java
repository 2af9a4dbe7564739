// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import java.util.Optional;

/**
 * What a command left. Immutable.
 *
 * @param exit   exit code, 0 to 255; 128 and more also if a signal ended it
 * @param signal name of the signal that ended it
 * @param out    standard output
 * @param err    standard error
 */
public record Result(int exit, Optional<String> signal, Output out, Output err) {

    /** It exited with 0. */
    public boolean succeeded() {
        return exit == 0 && signal.isEmpty();
    }

    /** One line for a message: how it ended, and the last line of what it said of it. */
    public String ending() {
        String how = signal.map(name -> "ended by signal " + name).orElse("exit code " + exit);
        String said = err.text().strip();
        String last = said.substring(said.lastIndexOf('\n') + 1);
        return last.isEmpty() ? how : how + ": " + (last.length() > 300 ? last.substring(0, 300) + "…" : last);
    }
}
