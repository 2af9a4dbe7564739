// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.PhaseFigures;

/**
 * Figures of one file system in one phase of a run. Immutable.
 *
 * @param contender the file system
 * @param phase     what it did in the phase
 */
public record Measured(ContenderResult contender, PhaseFigures phase) {

    /** It is a private file system of each node. */
    public boolean baseline() {
        return contender.baseline();
    }

    /** It is of the phase of that name. */
    public boolean isOf(String name) {
        return phase.phase().equals(name);
    }

    /** Mean lock memory of a node after the phase, bytes. */
    public double lockBytes(String node) {
        return phase.memory().stream().filter(memory -> memory.node().equals(node)).mapToDouble(memory -> memory.lockBytes().mean()).sum();
    }
}
