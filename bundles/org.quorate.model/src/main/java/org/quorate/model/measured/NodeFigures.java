// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.measured;

import java.util.Optional;

/**
 * What was measured on one node alone. Immutable. Texts are of the node and may hold anything printable.
 *
 * @param node                    as the user named it
 * @param device                  that was read; empty: none
 * @param clockOffsetSeconds      ahead of the clock of this machine; absent: not measured
 * @param clockUncertaintySeconds the offset is right up to this much
 * @param processors              that are online; 0: not known
 * @param processor               model; empty: not told
 * @param nullCallNanos           of a system call that does nothing, with what a program does for it; absent: not measured
 */
public record NodeFigures(String node, String device, Optional<Double> clockOffsetSeconds, double clockUncertaintySeconds, int processors,
        String processor, Optional<Double> nullCallNanos) {
}
