// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;

/**
 * One contender's figures.
 *
 * @param label    name in the scenario
 * @param kind     what it is
 * @param baseline a private local file system for each node: shows what sharing costs, is no candidate
 * @param unsafe   why the design as described would lose data or hang; empty: nothing known
 * @param phases   the measured ones, in the order of the scenario
 * @param total    over all measured phases
 * @param memory   lock memory over time
 * @param events   simulated events over all replications
 */
public record ContenderResult(String label, FileSystemKind kind, boolean baseline, List<String> unsafe,
        List<PhaseFigures> phases, TotalFigures total, MemoryTimeline memory, long events) {

    public ContenderResult {
        unsafe = List.copyOf(unsafe);
        phases = List.copyOf(phases);
    }

    /** The phase of that name; throws {@link IllegalArgumentException} if there is none. */
    public PhaseFigures phase(String name) {
        return phases.stream().filter(p -> p.phase().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no phase " + name));
    }
}
