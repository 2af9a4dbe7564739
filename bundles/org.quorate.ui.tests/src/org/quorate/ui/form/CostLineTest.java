// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostLineTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "9999, 9999", "10000, 10 k", "120000, 120 k", "999900, 999.9 k", "1000000, 1 M", "2540000, 2.5 M"})
    void largeCountsAreRounded(long files, String shown) {
        assertEquals(shown, CostLine.count(files));
    }
}
