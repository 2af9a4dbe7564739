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
 * @param hotLocks the locks that its operations wait for most, most first; none if they wait for none
 * @param events   simulated events over all replications
 */
public record ContenderResult(String label, FileSystemKind kind, boolean baseline, List<String> unsafe,
        List<PhaseFigures> phases, TotalFigures total, MemoryTimeline memory, List<HotLockFigures> hotLocks, long events) {

    public ContenderResult {
        unsafe = List.copyOf(unsafe);
        phases = List.copyOf(phases);
        hotLocks = hotLocks == null ? List.of() : List.copyOf(hotLocks); // results of before know none
    }

    /** Of one whose operations wait for no lock. */
    public ContenderResult(String label, FileSystemKind kind, boolean baseline, List<String> unsafe, List<PhaseFigures> phases,
            TotalFigures total, MemoryTimeline memory, long events) {
        this(label, kind, baseline, unsafe, phases, total, memory, List.of(), events);
    }

    /** The phase of that name; throws {@link IllegalArgumentException} if there is none. */
    public PhaseFigures phase(String name) {
        return phases.stream().filter(p -> p.phase().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no phase " + name));
    }
}
