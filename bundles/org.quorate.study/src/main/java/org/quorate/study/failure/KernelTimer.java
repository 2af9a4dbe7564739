// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import org.quorate.model.Scenario;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.kernel.TimerFrequency;
import org.quorate.sim.RandomStream;

/**
 * Timers of the kernel, whose wheel is the coarser the farther off they are, and rounds up (kernel/time/timer.c, since 4.8).
 *
 * <p>The wheel has levels of 64 slots (LVL_SIZE). A slot of level n is 8^n ticks long (LVL_CLK_SHIFT, LVL_GRAN), and a timer goes to level
 * n if it is 63 * 8^(n-1) ticks off or more (LVL_START: one slot of the level before is kept back, as the next line may need it). There it
 * fires at the end of the slot that it falls in, not at its time (calc_index adds one slot, so that none fires early). So it is late by up
 * to 8^n of at least 63 * 8^(n-1) ticks: 8/63, about an eighth, at the begin of a level, and 1/63 at its end. There are 9 levels
 * (LVL_DEPTH), with 100 ticks a second or fewer 8: the last one begins after a day and a half or later, far beyond any timer here.
 *
 * <p>With 100 ticks a second, 66 s come up to 5.12 s late (level 3), 30 s up to 0.64 s (level 2); the lab's runs of a cut network show the
 * former, those of a dead node that a sleep of 2 s takes 2.08 s. Immutable.
 *
 * @param hz    ticks a second (CONFIG_HZ)
 * @param wheel whether the kernel has that wheel; earlier ones fire with the tick
 */
record KernelTimer(int hz, boolean wheel) {

    /** LVL_SIZE less one: so many slots of a level take timers before the next level does. */
    private static final long SLOTS = 63;
    /** LVL_CLK_SHIFT: each level is so many bits coarser than that before. */
    private static final int SHIFT = 3;
    /** LVL_DEPTH; where it is 8, no timer here comes so far. */
    private static final int LEVELS = 9;

    static KernelTimer of(Scenario scenario) {
        String kernel = scenario.cluster().kernel();
        return new KernelTimer(TimerFrequency.of(scenario.cluster().os(), kernel), KernelProfiles.isSince(kernel, 4, 8));
    }

    /** Nanoseconds until a timer fires that was set at any moment: never early. */
    long fires(RandomStream dice, long nanos) {
        return nanos + Times.phase(dice, granularity(ticks(nanos)) * tick());
    }

    /** Nanoseconds of one round of a loop that works for a moment and then sleeps for the rest (msleep, which adds a tick). */
    long round(long nanos) {
        long ticks = ticks(nanos) + 1;
        long granularity = granularity(ticks);
        return (ticks / granularity + (wheel ? 1 : 0)) * granularity * tick();
    }

    /** Ticks between moments at which a timer can fire that is so many ticks off. */
    private long granularity(long ticks) {
        int level = 0;
        while (wheel && level < LEVELS - 1 && ticks >= SLOTS << (level * SHIFT)) {
            level++;
        }
        return 1L << (level * SHIFT);
    }

    private long ticks(long nanos) {
        return (nanos + tick() - 1) / tick();
    }

    private long tick() {
        return Times.SECOND / hz;
    }
}
