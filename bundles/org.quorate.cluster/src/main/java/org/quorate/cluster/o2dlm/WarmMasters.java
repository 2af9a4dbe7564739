// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.o2dlm;

import java.util.Arrays;
import org.quorate.cluster.engine.KeyedSlots;

/**
 * Which node masters which resource while a warm state is built: without it, each lock would be looked for on every node. Not
 * thread-safe.
 */
final class WarmMasters {

    private KeyedSlots names = new KeyedSlots();
    private byte[] nodes = new byte[names.capacity()];

    void expect(int resources) {
        names.expect(resources);
    }

    /** Master of a resource; the first node that asks becomes it. */
    int of(long name, int node) {
        int row = names.find(name);
        if (row < 0) {
            row = names.take(name);
            if (names.capacity() > nodes.length) {
                nodes = Arrays.copyOf(nodes, names.capacity());
            }
            nodes[row] = (byte) node;
        }
        return nodes[row];
    }

    /** The state is built: gives the memory back. */
    void clear() {
        names = new KeyedSlots();
        nodes = new byte[names.capacity()];
    }
}
