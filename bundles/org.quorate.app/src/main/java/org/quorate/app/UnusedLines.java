// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.ArrayList;
import java.util.List;
import org.quorate.intake.Unused;

/** How it is told what a file had that is of no use. Pure functions. */
final class UnusedLines {

    private UnusedLines() {
    }

    /**
     * {@code FILE:LINE: 'text': reason}, and for what comes often its number instead; safe to print but for the name. The line is left out
     * for what is not a line.
     *
     * @param name of the file
     */
    static List<String> of(String name, List<Unused> all) {
        List<String> lines = new ArrayList<>();
        for (Unused unused : all) {
            for (Unused.Example example : unused.examples()) {
                lines.add(name + ":" + (example.line() == 0 ? " " : example.line() + ": ") + example.text() + ": " + unused.reason());
            }
            long more = unused.lines() - unused.examples().size();
            if (more > 0) {
                lines.add(name + ": and " + more + " more: " + unused.reason());
            }
        }
        return lines;
    }
}
