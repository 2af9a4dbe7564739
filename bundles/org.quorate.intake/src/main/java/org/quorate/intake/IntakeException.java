// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.io.IOException;

/** A file that nothing can be taken from; the message says why, for the person who gave it, and is safe to print. */
public final class IntakeException extends IOException {

    public IntakeException(String message) {
        super(message);
    }
}
