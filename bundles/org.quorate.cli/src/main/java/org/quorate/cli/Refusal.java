// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import org.quorate.cli.text.Plain;
import org.quorate.provision.plan.Refused;

/** Tells why a scenario has no scripts. Pure functions. */
final class Refusal {

    private Refusal() {
    }

    /**
     * Tells every reason.
     *
     * @param outcome what was not done because of it
     * @return the exit code
     */
    static int tell(Console console, String label, Refused refused, String outcome) {
        refused.reasons().forEach(reason -> console.err().println("error: " + Plain.line(label + ": " + reason)));
        refused.nearestSupported().ifPresent(near -> console.err().println("quorate: there are scripts for: " + Plain.line(near)));
        if (!refused.reading().isEmpty()) {
            console.err().println("quorate: neither OCFS2 nor GFS2 is right here; read instead:");
            refused.reading().forEach(title -> console.err().println("  - " + Plain.line(title)));
        }
        console.err().println("quorate: " + outcome);
        return ExitCode.PROBLEMS;
    }
}
