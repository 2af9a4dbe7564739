// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.util.Locale;

/** What is done with steps. */
public enum Verb {
    /** Tells what would change; changes nothing. */
    PLAN,
    /** Check, change, verify. */
    APPLY,
    /** Takes back what can be, the last step first; data always stays. */
    UNDO;

    /** As node.sh is told. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
