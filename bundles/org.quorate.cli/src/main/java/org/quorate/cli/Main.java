// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

/** The program {@code quorate} on a terminal. */
public final class Main {

    private Main() {
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new QuorateCommandLine(Console.ofProcess()).run(arguments));
    }
}
