// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A resource group is congested when it takes longer to lock than the others, beyond their variation (fs/gfs2/rgrp.c). */
class LockTimesTest {

    private static final int NODE = 1;
    private static final long SECOND = 1_000_000_000L;

    private final LockTimes times = new LockTimes(2);
    private long now = SECOND;

    private void locked(int group, long nanos) {
        times.asked(NODE, group, now);
        now += nanos;
        times.answered(NODE, group, now);
    }

    @Test
    void groupThatTakesAsLongAsAllIsNot() {
        for (int i = 0; i < 20; i++) {
            locked(3, 500_000);
            assertFalse(times.isCongested(NODE, 3, 0), "it alone makes the mean");
        }
    }

    @Test
    void groupThatNobodyAskedForIsNot() {
        locked(3, 500_000);
        assertFalse(times.isCongested(NODE, 4, 0));
        assertFalse(times.isCongested(0, 3, 0), "what the other node saw");
    }

    @Test
    void groupThatTakesLongerThanTheOthersIs() {
        for (int i = 0; i < 20; i++) {
            locked(3, 100_000);
        }
        for (int i = 0; i < 20; i++) {
            locked(4, 2_000_000);
            locked(3, 100_000);
        }
        assertTrue(times.isCongested(NODE, 4, 0));
        assertFalse(times.isCongested(NODE, 3, 0));
    }

    /** The mean of a group begins at nothing, as that of all did: one slow answer among many does not make it conspicuous. */
    @Test
    void oneSlowAnswerIsForgiven() {
        for (int i = 0; i < 100; i++) {
            locked(3, 100_000);
        }
        locked(4, 700_000);
        assertFalse(times.isCongested(NODE, 4, 0), "an eighth of 700 us is less than 100 us");
        times.asked(NODE, 4, now);
        now += 700_000;
        times.answered(NODE, 4, now);
        for (int i = 0; i < 50; i++) {
            locked(3, 100_000);
        }
        assertTrue(times.isCongested(NODE, 4, 0), "two are remembered");
    }

    @Test
    void groupIsQuietASecondAfterTheLastRequest() {
        locked(3, 100_000);
        assertFalse(times.isQuiet(NODE, 3, now + SECOND / 2));
        assertTrue(times.isQuiet(NODE, 3, now + SECOND));
    }
}
