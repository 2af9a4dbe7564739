// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import org.quorate.sim.RandomStream;

/** Plays a failure on one cluster stack. */
interface StackFailure {

    /**
     * One replication.
     *
     * @param timeline takes the steps and outages
     * @param dice     of the phases of timers
     */
    void play(Timeline timeline, RandomStream dice);
}
