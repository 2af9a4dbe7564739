// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QueueingTest {

    @Test
    void allCustomersAtOneStationQueueForIt() {
        // 32 customers, 4 servers, nothing else to do: 31 others, of whom 28 are ahead of the last to be served
        assertEquals(28, Queueing.ahead(31, 1, 4), 1e-9);
        assertEquals(0, Queueing.ahead(3, 1, 4), 1e-9);
        assertEquals(0, Queueing.ahead(0, 1, 1), 1e-9);
    }

    @Test
    void oneServerFindsTheMeanNumberOfTheOthers() {
        assertEquals(7 * 0.3, Queueing.ahead(7, 0.3, 1), 1e-9);
    }

    @Test
    void manyCustomersAreTakenAsANormalDistribution() {
        double exact = Queueing.ahead(512, 0.1, 40);
        double normal = Queueing.ahead(513, 0.1, 40);
        assertEquals(exact, normal, 0.05 * exact);
    }

    @Test
    void theNormalDistributionIsThatOfItsTables() {
        assertEquals(0.5, Queueing.normal(0), 0);
        assertEquals(0.8413, Queueing.normal(1), 0.01);
        assertEquals(0.0228, Queueing.normal(-2), 0.01);
        assertEquals(0.9987, Queueing.normal(3), 0.01);
    }

    @Test
    void openQueuesFollowErlang() {
        // M/M/1: wait over service is u / (1 - u); M/M/2 with a load of 1: C = 1/3, over 2 - 1
        assertEquals(4, Queueing.openWait(0.8, 1), 1e-9);
        assertEquals(1.0 / 3, Queueing.openWait(1, 2), 1e-9);
        assertTrue(Double.isInfinite(Queueing.openWait(2, 2)));
    }
}
