// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

/** Ends a command with a message and an exit code of its own. */
final class CommandFailure extends RuntimeException {

    private final int exitCode;

    CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
