// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> KEYS = List.of("name", "address", "memory", "pageCache", "queueDepth");

    @ParameterizedTest
    @CsvSource({"adress,address", "nmae,name", "pagecache,pageCache", "queue_depth,queueDepth", "memroy,memory", "Name,name"})
    void findsWhatWasMeant(String word, String meant) {
        assertEquals(Optional.of(meant), Spelling.nearest(word, KEYS));
    }

    @ParameterizedTest
    @CsvSource({"colour", "x", "''", "addressaddressaddress"})
    void doesNotGuess(String word) {
        assertEquals(Optional.empty(), Spelling.nearest(word, KEYS));
    }

    @Test
    void twoAreAsNear() {
        assertEquals(Optional.empty(), Spelling.nearest("node4", List.of("node1", "node2")));
        assertEquals(Optional.of("node1"), Spelling.nearest("node", List.of("node1", "n2")));
    }

    @Test
    void longWordsAreNotCompared() {
        assertEquals(Optional.empty(), Spelling.nearest("x".repeat(1_000_000), KEYS));
    }

    @ParameterizedTest
    @CsvSource({"'',abc,3", "abc,'',3", "abc,abc,0", "abc,acb,1", "abc,axc,1", "kitten,sitting,3", "ab,ba,1"})
    void distances(String a, String b, int edits) {
        assertEquals(edits, Spelling.distance(a, b));
    }
}
