// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import org.quorate.cluster.engine.Step;

/** Steps of a processor and of registers. */
public enum HostStep implements Step {
    /** Is busy: operand a is the ordinal of a {@link Cost}. */
    CPU,
    /** Is busy {@code register b} times: operand a is the ordinal of a {@link Cost}. */
    CPU_TIMES,
    /** Sets register a to the number b. */
    SET,
    /** Copies register b to register a. */
    COPY,
    /** Adds the number b to register a. */
    ADD
}
