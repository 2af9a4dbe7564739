// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.quorate.study.result.Figure;

/**
 * Something that is said about the two file systems, and how it is tested. Immutable.
 *
 * @param id        for the command line
 * @param statement as it is told
 * @param source    who says so, or that it is told without a source
 * @param tested    in one sentence: which figures are compared
 * @param workload  resource with the scenario
 * @param figure    that is compared: MIX_LATENCY, LOCK_MEMORY, or THROUGHPUT, which is that of one node in the phase {@code work}
 * @param first     whose figure is compared
 * @param second    with whose
 * @param contrast  what is claimed of the two
 * @param sharings  over which it is tested
 * @param nodes     counts of nodes over which it is tested
 */
public record Claim(String id, String statement, String source, String tested, String workload, Figure figure, Side first,
        Side second, Contrast contrast, List<Sharing> sharings, List<Integer> nodes) {

    /**
     * One side of the comparison.
     *
     * @param contender    label of the file system
     * @param nodes        of the cluster, if it is not the one that the claim is tested on
     * @param replacements what the words between at signs in the workload stand for
     */
    public record Side(String contender, OptionalInt nodes, Map<String, String> replacements) {

        public Side {
            replacements = Map.copyOf(replacements);
        }

        static Side of(String contender) {
            return new Side(contender, OptionalInt.empty(), Map.of());
        }

        Side with(Map<String, String> words) {
            return new Side(contender, nodes, words);
        }

        Side on(int count) {
            return new Side(contender, OptionalInt.of(count), replacements);
        }
    }

    public Claim {
        sharings = List.copyOf(sharings);
        nodes = List.copyOf(nodes);
        if (figure == Figure.OPERATION_LATENCY) {
            throw new IllegalArgumentException("claims are about all operations of a mix");
        }
    }

    /** The two sides are figures of one comparison: common random numbers and a paired difference. */
    boolean paired() {
        return first.nodes().equals(second.nodes()) && first.replacements().equals(second.replacements());
    }
}
