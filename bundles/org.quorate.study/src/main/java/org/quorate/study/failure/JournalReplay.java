// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import org.quorate.sim.RandomStream;

/** How long the journal of a dead node takes: it is read as a whole, then written from its tail to its head (kernel reference 2.5). */
final class JournalReplay {

    private JournalReplay() {
    }

    /** Nanoseconds; how full the journal is is chance. */
    static long nanos(RecoveryCosts costs, RandomStream dice) {
        return costs.journalRead() + Times.phase(dice, costs.dirtyMost()) * costs.blockWrite() + 2 * costs.flush();
    }
}
