// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongMapTest {

    @Test
    void behavesLikeAHashMap() {
        SplittableRandom random = new SplittableRandom(7);
        LongMap map = new LongMap();
        Map<Long, Integer> oracle = new HashMap<>();
        for (int i = 0; i < 300_000; i++) {
            long key = (long) random.nextInt(8) << 40 | random.nextInt(2000);
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    int value = random.nextInt(1 << 30);
                    map.put(key, value);
                    oracle.put(key, value);
                }
                case 2 -> {
                    map.remove(key);
                    oracle.remove(key);
                }
                default -> assertEquals(oracle.getOrDefault(key, -1), map.get(key));
            }
            if (random.nextInt(50_000) == 0) {
                map.clear();
                oracle.clear();
            }
            assertEquals(oracle.size(), map.size());
        }
    }
}
