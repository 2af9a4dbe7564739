// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import org.quorate.sim.RandomStream;

/** How long the journal of a dead node takes: it is read as a whole, then written from its tail to its head (kernel reference 2.5). */
final class JournalReplay {

    private JournalReplay() {
    }

    /** Nanoseconds for so many journals, one after the other; how full each is is chance. */
    static long nanos(RecoveryCosts costs, RandomStream dice, int journals) {
        long sum = 0;
        for (int i = 0; i < journals; i++) {
            sum += costs.journalRead() + Times.phase(dice, costs.dirtyMost()) * costs.blockWrite() + 2 * costs.flush();
        }
        return sum;
    }
}
