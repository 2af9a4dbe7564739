// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private final List<String> log = new ArrayList<>();
    private final EventLoop loop = new EventLoop(this::onEvent);

    private void onEvent(int kind, int subject) {
        log.add(loop.now() + ":" + kind + ":" + subject);
        switch (kind) {
            case 1 -> loop.after(0, 10, subject);
            case 2 -> loop.stop();
            case 3 -> loop.after(100, 3, subject + 1);
            default -> { }
        }
    }

    @Test
    void executesInOrderOfTimeAndScheduling() {
        loop.at(20, 0, 1);
        loop.at(10, 1, 2);
        loop.at(10, 0, 3);
        assertTrue(loop.runUntil(30, () -> false));
        assertEquals(List.of("10:1:2", "10:0:3", "10:10:2", "20:0:1"), log);
        assertEquals(30, loop.now());
        assertEquals(4, loop.executed());
    }

    @Test
    void includesTheLastInstantAndLeavesLaterEvents() {
        loop.at(50, 0, 1);
        loop.at(51, 0, 2);
        loop.runUntil(50, () -> false);
        assertEquals(List.of("50:0:1"), log);
        assertEquals(50, loop.now());
        assertEquals(1, loop.pending());
        loop.runUntil(51, () -> false);
        assertEquals(List.of("50:0:1", "51:0:2"), log);
    }

    @Test
    void stopKeepsTheClockAndTheRest() {
        loop.at(5, 2, 0);
        loop.at(5, 0, 1);
        loop.at(9, 0, 2);
        assertTrue(loop.runUntil(100, () -> false));
        assertEquals(5, loop.now());
        assertEquals(2, loop.pending());
        assertTrue(loop.runUntil(100, () -> false));
        assertEquals(List.of("5:2:0", "5:0:1", "9:0:2"), log);
        assertEquals(100, loop.now());
    }

    @Test
    void refusesThePast() {
        loop.runUntil(10, () -> false);
        assertThrows(IllegalArgumentException.class, () -> loop.at(9, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> loop.after(-1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> loop.after(Long.MAX_VALUE, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> loop.runUntil(9, () -> false));
        loop.at(10, 0, 0);
        assertEquals(1, loop.pending());
    }

    @Test
    void asksForCancelEveryFewThousandEvents() {
        loop.at(0, 3, 0);
        int[] asked = {0};
        assertFalse(loop.runUntil(Long.MAX_VALUE / 2, () -> ++asked[0] > 10));
        assertEquals(11, asked[0]);
        assertTrue(loop.executed() >= 10_000 && loop.executed() <= 100_000, () -> "executed " + loop.executed());
        long before = loop.now();
        assertFalse(loop.runUntil(Long.MAX_VALUE / 2, () -> true));
        assertEquals(before, loop.now());
        assertTrue(loop.runUntil(before + 1_000, () -> false));
        assertEquals(before + 1_000, loop.now());
    }
}
