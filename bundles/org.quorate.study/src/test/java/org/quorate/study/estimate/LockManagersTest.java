// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.model.HardwareProfile;
import org.quorate.model.preset.HardwareProfiles;

/** Messages against the closed forms of kernel reference 2.3 and the lab's captures (lab/messages.md). */
class LockManagersTest {

    private static Prices prices(String profile) {
        HardwareProfile h = HardwareProfiles.named(profile);
        return new Prices(nanos(h.systemCall()), nanos(h.message()), nanos(h.taskWakeUp()), nanos(h.workerWakeUp()), nanos(h.threadSwitch()),
                h.wakeUpVariation(), nanos(h.lockWork()), nanos(h.blockWork()), nanos(h.copyPage()), 50_000, 90_000, 20_000, 0, 0.3, 0.3, 0.3,
                1 << 20);
    }

    private static double nanos(Duration time) {
        return time.toNanos();
    }

    @ParameterizedTest
    @CsvSource({"2, 4, 1", "4, 12, 1.5", "8, 28, 1.75", "16, 60, 1.875", "32, 124, 1.9375"})
    void aNewResourceCostsWhatTheReferenceSays(int nodes, double o2dlm, double fsDlm) {
        Prices prices = prices(HardwareProfiles.TYPICAL_SERVER);
        assertEquals(o2dlm, O2dlm.of(prices, nodes).fresh().messages, 1e-9);
        assertEquals(fsDlm, new FsDlm(prices, nodes, 2, true).fresh().messages, 1e-9);
        assertEquals(4 - 4.0 / nodes, new FsDlm(prices, nodes, 2, true).join(Peers.uniform(nodes)).messages, 1e-9);
    }

    @Test
    void joiningWithoutASecondRoundIsTheReferencesFormula() {
        // 2(k + (N-1) + 2), k = N/2 on average
        for (int nodes = 2; nodes <= 16; nodes++) {
            O2dlm calm = new O2dlm(prices(HardwareProfiles.TYPICAL_SERVER), nodes, 0);
            assertEquals(2 * (nodes / 2.0 + nodes - 1 + 2), calm.join(Peers.uniform(nodes)).messages, 1e-9);
        }
    }

    @Test
    void theLabsQuietNodeAsksTwiceMostOfTheTime() {
        // lab/messages.md 2: p = .943 of joins with one node active, 35.4 messages a cold stat of three joins
        O2dlm lab = O2dlm.of(prices(HardwareProfiles.LAB_UML), 2);
        assertEquals(35.4, 3 * lab.join(Peers.uniform(2)).messages, 0.2 * 35.4);
    }

    @Test
    void aNodeAloneSendsNothing() {
        Prices prices = prices(HardwareProfiles.TYPICAL_SERVER);
        assertEquals(0, O2dlm.of(prices, 1).fresh().messages, 0);
        assertEquals(0, new FsDlm(prices, 1, 2, true).fresh().messages, 0);
    }
}
