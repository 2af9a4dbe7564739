// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import org.quorate.cluster.engine.Condition;

/** Questions about registers. */
public enum HostCondition implements Condition {
    /** Register a holds the number b. */
    IS,
    /** Register a holds a number below b. */
    BELOW,
    /** Register a is less than register b. */
    LESS
}
