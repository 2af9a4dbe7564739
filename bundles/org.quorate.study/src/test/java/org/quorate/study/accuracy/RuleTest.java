// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RuleTest {

    @Test
    void lockTrafficMayDifferByFifteenPercent() {
        assertEquals(Outcome.WITHIN, Rule.SEGMENTS.judge(20, 23));
        assertEquals(Outcome.WITHIN, Rule.SEGMENTS.judge(20, 17));
        assertEquals(Outcome.MISSES, Rule.SEGMENTS.judge(20, 23.1));
        assertEquals(Outcome.MISSES, Rule.SEGMENTS.judge(20, 0));
    }

    @Test
    void underTheFloorARowMustBeUnderItToo() {
        assertEquals(Outcome.UNDER_FLOOR, Rule.SEGMENTS.judge(0, 0));
        assertEquals(Outcome.UNDER_FLOOR, Rule.SEGMENTS.judge(0.1, 0.29));
        assertEquals(Outcome.MISSES, Rule.SEGMENTS.judge(0.1, 0.3));
        assertEquals(Outcome.UNDER_FLOOR, Rule.PAYLOAD.judge(20, 29));
        assertEquals(Outcome.MISSES, Rule.PAYLOAD.judge(20, 31));
    }

    /** Idle traffic is subtracted from what was measured, which can leave a little less than nothing. */
    @Test
    void aLittleLessThanNothingIsNothing() {
        assertEquals(Outcome.UNDER_FLOOR, Rule.SEGMENTS.judge(-0.004, 0));
        assertTrue(Rule.error(-0.004, 0).isEmpty());
    }

    @Test
    void diskRequestsMayDifferByASmallNumberWhateverTheShare() {
        assertEquals(Outcome.WITHIN, Rule.DISK.judge(0.5, 0.79));
        assertEquals(Outcome.MISSES, Rule.DISK.judge(0.5, 0.81));
        assertEquals(Outcome.WITHIN, Rule.DISK.judge(10, 13.4));
        assertEquals(Outcome.MISSES, Rule.DISK.judge(10, 13.6));
        assertEquals(Outcome.UNDER_FLOOR, Rule.DISK.judge(0.2, 0.49));
        assertEquals(Outcome.MISSES, Rule.DISK.judge(0.2, 0.51));
    }

    @Test
    void lockObjectsMayDifferByASlabPage() {
        Rule lkb = Rule.objects(456);
        assertEquals(Outcome.WITHIN, lkb.judge(20, 37), "17 objects of 456 bytes are a slab page of 8 KiB");
        assertEquals(Outcome.MISSES, lkb.judge(20, 38));
        assertEquals(Outcome.WITHIN, Rule.objects(448).judge(53, 44), "9 objects of 448 bytes are a slab page of 4 KiB");
        assertEquals(Outcome.MISSES, Rule.objects(448).judge(53, 43));
        assertEquals(Outcome.WITHIN, lkb.judge(1000, 1080));
        assertEquals(Outcome.MISSES, lkb.judge(1000, 1081));
        assertEquals(Outcome.WITHIN, Rule.objects(40_000).judge(2, 3), "one object is larger than the largest slab page");
        assertEquals(Outcome.WITHIN, Rule.bytes(3 * Rule.slabBytes(304)).judge(100_000, 112_000));
        assertEquals(Outcome.MISSES, Rule.bytes(3 * Rule.slabBytes(304)).judge(100_000, 112_400));
    }

    @Test
    void anErrorHasTheSignOfWhatIsSimulated() {
        assertEquals(0.25, Rule.error(4, 5).orElseThrow());
        assertEquals(-0.5, Rule.error(4, 2).orElseThrow());
        assertTrue(Rule.error(0, 2).isEmpty());
    }
}
