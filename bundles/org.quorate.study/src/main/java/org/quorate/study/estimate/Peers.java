// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

/**
 * Whose locks a node joins: what o2dlm's mastery by asking depends on (kernel reference 2.2). Immutable.
 *
 * @param asked nodes that are asked until the master answers, on average
 * @param first probability that the master asserts its mastery to this node before any other
 * @param again  the same, and others were asked before: then the master asserts to everybody once more (lab/messages.md 2, 4)
 */
record Peers(double asked, double first, double again) {

    /** Every other node is the master as often as any. */
    static Peers uniform(int nodes) {
        return among(nodes, (node, master) -> 1);
    }

    /** The next node is the master. */
    static Peers next(int nodes) {
        return among(nodes, (node, master) -> master == (node + 1) % nodes ? 1 : 0);
    }

    /** One certain node is. */
    static Peers one(int nodes, int only) {
        return among(nodes, (node, master) -> master == only ? 1 : 0);
    }

    private interface Weight {
        double of(int node, int master);
    }

    private static Peers among(int nodes, Weight weight) {
        double sum = 0;
        double asked = 0;
        double first = 0;
        double again = 0;
        for (int node = 0; node < nodes; node++) {
            for (int master = 0; master < nodes; master++) {
                double w = master == node ? 0 : weight.of(node, master);
                sum += w;
                asked += w * (master + (master < node ? 1 : 0));
                boolean isFirst = node == 0 || node == 1 && master == 0;
                first += isFirst ? w : 0;
                again += isFirst && master > 1 ? w : 0;
            }
        }
        return sum == 0 ? new Peers(0, 1, 0) : new Peers(asked / sum, first / sum, again / sum);
    }
}
