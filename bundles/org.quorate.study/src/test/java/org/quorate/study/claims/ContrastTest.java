// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.study.claims.Contrast.Between;
import org.quorate.study.claims.Contrast.Less;
import org.quorate.study.claims.Contrast.More;
import org.quorate.study.claims.Contrast.Outcome;
import org.quorate.study.result.Interval;

class ContrastTest {

    @ParameterizedTest
    @CsvSource({"-0.2,0.1,TRUE,FALSE,FALSE", "0.2,0.1,FALSE,TRUE,OPEN", "0.2,0.3,OPEN,OPEN,OPEN", "0,0,OPEN,OPEN,FALSE",
        "0.1,0.05,FALSE,TRUE,TRUE", "0.1,0.06,FALSE,TRUE,OPEN", "0.5,0.1,FALSE,TRUE,FALSE"})
    void theWholeIntervalDecides(double mean, double halfWidth, Outcome less, Outcome more, Outcome fiveToFifteen) {
        Interval relative = new Interval(mean, halfWidth);
        assertEquals(less, new Less().judge(relative));
        assertEquals(more, new More().judge(relative));
        assertEquals(fiveToFifteen, new Between(0.0499999, 0.15000001).judge(relative));
    }

    @Test
    void aRangeHasTwoEnds() {
        assertThrows(IllegalArgumentException.class, () -> new Between(1, 1));
        assertEquals(Outcome.TRUE, new Between(1, Double.POSITIVE_INFINITY).judge(new Interval(1e9, 1)));
    }
}
