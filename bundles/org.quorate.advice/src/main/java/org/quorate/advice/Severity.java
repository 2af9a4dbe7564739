// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.util.Locale;

/** How grave a finding is, the gravest first. */
public enum Severity {
    /** Data can be lost, or nodes hang for ever. */
    CRITICAL,
    /** Costs much, or breaks in a situation that every cluster meets some day. */
    WARNING,
    /** Worth a thought: something else may serve better. */
    HINT;

    /** As in results: {@code critical}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
