// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

/** A run was cancelled before it ended; it has no result. */
public final class CancelledRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CancelledRunException() {
        super("the run was cancelled");
    }
}
