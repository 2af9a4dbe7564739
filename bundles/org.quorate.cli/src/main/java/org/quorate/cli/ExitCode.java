// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

/** What the program tells the shell; part of its interface. */
final class ExitCode {

    static final int OK = 0;
    /** A failure of the program or of the machine: a file that cannot be read or written, an internal error. */
    static final int FAILURE = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** The input has problems of severity error. */
    static final int PROBLEMS = 3;
    /** A target is not met, and {@code --fail-on targets} was given. */
    static final int TARGETS = 4;
    /** A confirmation is missing; nothing was done without it. */
    static final int UNCONFIRMED = 4;
    /** Two things that were compared differ; {@code diff} says 1, which is a failure here. */
    static final int DIFFERENT = 5;
    /** Interrupted: 128 + SIGINT, as shells count. */
    static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
