// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

/** A host is not written as hosts are, or ssh's configuration has something for it that cannot be used; the message is for the user. */
public final class UnusableHostException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnusableHostException(IllegalArgumentException cause) {
        super(cause.getMessage(), cause);
    }
}
