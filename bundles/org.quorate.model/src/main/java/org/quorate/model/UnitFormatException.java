// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/** A text is not a value with its unit. The message says what is wrong, {@link #allowed()} what would be right. */
public final class UnitFormatException extends IllegalArgumentException {

    private final String allowed;

    /**
     * @param message what is wrong
     * @param allowed what would be right
     */
    public UnitFormatException(String message, String allowed) {
        super(message);
        this.allowed = allowed;
    }

    /** What may be written instead. */
    public String allowed() {
        return allowed;
    }
}
