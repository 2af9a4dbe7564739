// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.quorate.study.LiveFigures;
import org.quorate.study.result.Interval;

class LiveTextTest {

    private static final LiveFigures LIVE = new LiveFigures(
            List.of(new LiveFigures.Run("ocfs2", 2, 1_500_000_000L, OptionalLong.of(6_000_000_000L)),
                    new LiveFigures.Run("gfs2", 2, 40_000_000L, OptionalLong.empty())), 24_000_000,
            List.of(new LiveFigures.Contender("ocfs2", 2, 9000, 12_000_000_000L, Optional.of(new Interval(1.25e6, 0.04e6)), false),
                    new LiveFigures.Contender("gfs2", 2, 4000, 12_000_000_000L, Optional.empty(), true),
                    new LiveFigures.Contender("ext4-local", 0, 0, 0, Optional.empty(), false)));

    @Test
    void everyContenderHasALine() {
        assertEquals(List.of(List.of("ocfs2", "2", "9,000 op", "1.250 ± 0.040 ms", "750 op/s", "run 3: 1.5 s (25 %)"),
                List.of("gfs2", "2", "4,000 op", "cannot carry the load", "333 op/s", "run 3: 40 ms"),
                List.of("ext4-local", "0", "", "", "", "")), LiveText.rows(LIVE));
    }

    @Test
    void whatWasSimulatedAndHowFastStandsBelow() {
        assertEquals("24,000,000 events simulated, 6,000,000 a second", LiveText.summary(Optional.of(LIVE), Duration.ofSeconds(4)));
        assertEquals("", LiveText.summary(Optional.empty(), Duration.ofSeconds(4)));
    }

    /** A quarter of one of ten runs took two seconds: the rest takes 78. */
    @Test
    void whatIsLeftIsReckonedFromRunsUnderWayToo() {
        assertEquals(Optional.of(Duration.ofSeconds(78)), new StudyRun.Advance(0, 10, "", Duration.ofSeconds(2)).remaining(LIVE.made()));
        assertEquals(Optional.empty(), new StudyRun.Advance(0, 10, "", Duration.ofMillis(20)).remaining(LIVE.made()));
        assertEquals(Optional.of(Duration.ofSeconds(2)), new StudyRun.Advance(5, 10, "", Duration.ofSeconds(2)).remaining());
        assertEquals(Optional.of(Duration.ZERO), new StudyRun.Advance(10, 10, "", Duration.ofSeconds(2)).remaining(3));
    }
}
