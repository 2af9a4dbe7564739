// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.model.Target;

class TargetGrammarTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"p99 create < 20 ms|p99 create ≤ 20 ms", "p99 create<20 ms|p99 create ≤ 20 ms",
        "p95 <= 1.5 s|p95 of every operation ≤ 1.50 s", "p99.9 of every operation ≤ 250 us|p99.9 of every operation ≤ 250 µs",
        "p50 Session < 50 ms|p50 session ≤ 50 ms", "lock memory < 2 GiB a node|lock memory ≤ 2 GiB a node",
        "lock-memory < 512 MiB|lock memory ≤ 512 MiB a node", "lock memory <= 1 GiB per node|lock memory ≤ 1 GiB a node",
        "lock memory < 64 MiB/node|lock memory ≤ 64 MiB a node", "throughput > 500 /s|throughput ≥ 500 /s", "throughput>=1.5 /s|throughput ≥ 1.50 /s"})
    void targetsAreReadAsPeopleWriteThem(String text, String meant) {
        assertEquals(meant, TargetText.of(TargetGrammar.parse(text)));
        assertEquals(meant, TargetText.of(TargetGrammar.parse(meant)), "what is written can be read");
    }

    @Test
    void limitsAreInTheUnitsOfTheModel() {
        assertEquals(20, TargetGrammar.parse("p99 create < 20 ms").limit());
        assertEquals(2.0 * (1L << 30), TargetGrammar.parse("lock memory < 2 GiB").limit());
        assertEquals(Target.Figure.THROUGHPUT, TargetGrammar.parse("throughput > 500 /s").figure());
        assertEquals(99.99, TargetGrammar.parse("p99.99 stat < 1 s").percentile());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|is no target", "p99|is no target", "p99 create|is no target", "p99 create > 20 ms|is no target",
        "p100 create < 1 s|is no target", "p0 create < 1 s|the percentile is 0", "p99 create < 20|ms", "p99 create < 20 MiB|ms",
        "p99 creat < 20 ms|there is no operation 'creat'", "lock memory < 2 ms|KiB", "lock memory > 2 GiB|is no target", "throughput < 5 /s|is no target",
        "throughput create > 5 /s|is no target", "throughput > 5|/s", "mean create < 2 ms|is no target", "p99 create < -2 ms|-2 ms"})
    void whatIsWrongIsToldWithWhatIsAllowed(String text, String why) {
        String told = assertThrows(IllegalArgumentException.class, () -> TargetGrammar.parse(text)).getMessage();
        assertTrue(told.contains(why), told);
        assertTrue(told.startsWith("'"), told);
    }

    @Test
    void hostileTextsAreSafeToPrint() {
        for (String text : new String[] {"\u001b[31m", "p99 \u0000 < 1 s", "p99 a" + "b".repeat(100_000) + " < 1 s", "p99 " + "of every ".repeat(20)}) {
            String told = assertThrows(IllegalArgumentException.class, () -> TargetGrammar.parse(text)).getMessage();
            assertTrue(told.length() < 400 && told.chars().noneMatch(Character::isISOControl), told);
        }
    }
}
