// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Path FOLDER = Path.of("src", "main", "resources", "org", "quorate", "report", "language", "german");

    private static List<Map.Entry<String, String>> pairs() {
        return German.FILES.stream().flatMap(file -> Catalogue.pairs(file).stream()).toList();
    }

    /** Reading it fails if a pattern is there twice, has other places than its translation, or places that touch. */
    @Test
    void everyPatternIsThereOnceAndHasTheSamePlaces() {
        assertTrue(Catalogue.read(German.FILES, German.SAME).patterns().size() > 500);
        assertThrows(IllegalArgumentException.class, () -> SentencePattern.of("{0} and {1}", "{0}"));
        assertThrows(IllegalArgumentException.class, () -> SentencePattern.of("{0}{1}", "{0} {1}"));
        assertThrows(IllegalArgumentException.class, () -> SentencePattern.of("{0 nonsense}", "{0}"));
    }

    @Test
    void everyFileIsRead() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> there = files.map(file -> "german/" + file.getFileName()).collect(Collectors.toCollection(TreeSet::new));
            Set<String> read = new TreeSet<>(German.FILES);
            read.addAll(Set.of("german/kept.txt", "german/same.txt"));
            assertEquals(there, read);
        }
    }

    /** What is the same in both languages is listed as such: a forgotten translation looks like it. */
    @Test
    void noTranslationIsTheEnglishText() {
        assertEquals(List.of(), pairs().stream().filter(pair -> !SentencePattern.hasPlaces(pair.getKey()) && pair.getKey().equals(pair.getValue()))
                .map(Map.Entry::getKey).toList());
    }

    /** A full stop, a colon at the end and blanks at the edges are part of the text. */
    @Test
    void bothSidesEndAlike() {
        assertEquals(List.of(), pairs().stream().filter(pair -> end(pair.getKey()) != end(pair.getValue())
                || !pair.getValue().equals(pair.getValue().strip())).map(pair -> pair.getKey() + " = " + pair.getValue()).toList());
    }

    private static char end(String text) {
        char last = text.charAt(text.length() - 1);
        return last == '.' || last == ':' ? last : ' ';
    }

    @Test
    void noTranslationHasEnglishWords() {
        Set<String> english = Set.of("the", "and", "with", "of", "is", "are", "not", "for", "which", "node", "nodes");
        List<String> found = pairs().stream().map(Map.Entry::getValue)
                .filter(value -> Stream.of(value.replaceAll("„[^“]*“", "").split("[^\\p{L}_]+")).anyMatch(english::contains)).toList();
        // The message of a configuration option, by its name.
        assertEquals(List.of(), found.stream().filter(value -> !value.contains("(preempt and abort)")).toList());
    }
}
