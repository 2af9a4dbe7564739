// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class DifferenceTest {

    /** Lines as a reader sees them: a sign and the text. */
    private static String shown(Difference difference) {
        return difference.lines().stream().map(line -> switch (line.kind()) {
            case SAME -> "=";
            case ADDED -> "+";
            case REMOVED -> "-";
            case GAP -> "~";
        } + line.text()).collect(Collectors.joining(" "));
    }

    private static String lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void showsAChangeWithTheLinesAroundIt() {
        Difference difference = Difference.of(lines(1, 9), lines(1, 4) + "five\n" + lines(6, 9));
        assertEquals("~ =2 =3 =4 -5 +five =6 =7 =8", shown(difference));
        assertEquals(1, difference.added());
        assertEquals(1, difference.removed());
    }

    @Test
    void leavesOutWhatIsFarFromEveryChange() {
        Difference difference = Difference.of(lines(1, 30), "0\n" + lines(1, 29));
        assertEquals("+0 =1 =2 =3 ~ =27 =28 =29 -30", shown(difference));
    }

    @Test
    void sameTextsDoNotDiffer() {
        assertEquals(new Difference(java.util.List.of(), 0, 0), Difference.of("a\nb", "a\nb"));
    }

    @Test
    void aNewTextIsAllAdded() {
        assertEquals("+1 +2", shown(Difference.of("", lines(1, 2))));
    }

    @Test
    void aHugeTextIsCounted() {
        Difference difference = Difference.of(lines(1, 6000), "1\n");
        assertEquals(new Difference(java.util.List.of(), 1, 6000), difference);
    }
}
