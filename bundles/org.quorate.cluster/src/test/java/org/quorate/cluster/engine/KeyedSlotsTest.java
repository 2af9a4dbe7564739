// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyedSlotsTest {

    /** Keys as locks have them: nodes and kinds in the high bits, numbers side by side in the low ones. */
    private static long key(Random random) {
        return (long) random.nextInt(64) << 48 | (long) random.nextInt(4) << 32 | random.nextInt(300);
    }

    @Test
    void findsWhatAMapFinds() {
        KeyedSlots slots = new KeyedSlots();
        Map<Long, Integer> expected = new HashMap<>();
        List<Long> keys = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            long key = key(random);
            assertEquals(expected.getOrDefault(key, -1), slots.find(key));
            if (!expected.containsKey(key)) {
                expected.put(key, slots.take(key));
                keys.add(key);
            } else if (random.nextInt(3) > 0) {
                assertEquals(key, slots.key(expected.get(key)));
                slots.release(expected.remove(key));
            }
        }
        keys.forEach(key -> assertEquals(expected.getOrDefault(key, -1), slots.find(key)));
        assertEquals(expected.size(), expected.values().stream().distinct().count());
        assertTrue(slots.highWater() <= slots.capacity());
    }

    @Test
    void anIndexIsMinusOneUntilItIsSet() {
        IntIndex index = new IntIndex();
        Map<Integer, Integer> expected = new HashMap<>();
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            int number = random.nextInt(i % 100 == 0 ? 50_000_000 : 5_000);
            assertEquals(expected.getOrDefault(number, -1), index.get(number));
            index.put(number, i);
            expected.put(number, i);
        }
        expected.forEach((number, value) -> assertEquals(value, index.get(number)));
        assertEquals(-1, index.get(Integer.MAX_VALUE));
    }
}
