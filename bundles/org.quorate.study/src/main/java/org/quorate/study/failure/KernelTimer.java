// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import org.quorate.model.Scenario;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.sim.RandomStream;

/**
 * Timers of the kernel, whose wheel is the coarser the farther off they are, and rounds up: since 4.8 a timer fires up to an eighth of
 * its time late (kernel/time/timer.c: LVL_CLK_SHIFT, LVL_START, LVL_GRAN, calc_index). With 100 ticks a second, 66 s come up to 5.12 s
 * late, 30 s up to 0.64 s; the lab's runs of a cut network show the former, those of a dead node that a sleep of 2 s takes 2.08 s.
 * Immutable.
 *
 * @param hz    ticks a second (CONFIG_HZ)
 * @param wheel whether the kernel has that wheel; earlier ones fire with the tick
 */
record KernelTimer(int hz, boolean wheel) {

    /** LVL_SIZE less one: the slots of a level that are ahead. */
    private static final long SLOTS = 63;
    /** LVL_CLK_SHIFT: each level is so many bits coarser than that before. */
    private static final int SHIFT = 3;
    private static final int LEVELS = 9;

    static KernelTimer of(Scenario scenario) {
        String kernel = scenario.cluster().kernel();
        return new KernelTimer(KernelProfiles.named(kernel).timerHz(), KernelProfiles.isSince(kernel, 4, 8));
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
