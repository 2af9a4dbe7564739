// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

import java.util.List;

/**
 * One run: one contender, one replication. The same scenario, seed and version give the same result, to the byte.
 *
 * @param contender   label of the file system
 * @param replication index from 0
 * @param phases      in the order of the scenario
 * @param memory      lock memory over time, at most a few hundred points
 * @param events      events executed
 */
public record RunResult(String contender, int replication, List<PhaseResult> phases, List<MemoryPoint> memory,
        long events) {

    public RunResult {
        phases = List.copyOf(phases);
        memory = List.copyOf(memory);
    }
}
