// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApartTest {

    @ParameterizedTest
    @CsvSource({"lognormal 60 us variation 40 %, lognormal 240 us variation 40 %, 60 us, 240 us", "exponential 1 ms, exponential 4 ms, 1 ms, 4 ms",
        "1, 4, 1, 4", "50 %, 100 %, 50 %, 100 %", "5 Gbit/s, 5 Gbit/s, Gbit/s, Gbit/s", "1 ms, exponential 4 ms, 1 ms, exponential 4 ms",
        "x 1 s, x 1 ms, s, ms"})
    void whatBothBeginAndEndWithIsLeftOut(String one, String other, String first, String second) {
        assertEquals(List.of(first, second), Apart.of(one, other));
    }
}
