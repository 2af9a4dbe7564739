// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import java.util.List;
import org.quorate.cli.text.Plain;
import org.quorate.model.text.ShellWords;

/** A command that a person can copy into a shell. Pure functions. */
final class ShellLine {

    private ShellLine() {
    }

    static String of(List<String> words) {
        return Plain.line(ShellWords.join(words));
    }
}
