// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a language's files say: pairs of lines, the English pattern and, behind {@code = }, the same in the other language; lines that
 * begin with {@code #} are remarks. Immutable.
 *
 * @param fixed     texts without places
 * @param patterns those with places, in the order in which they are tried
 * @param byStart   the same by the first character of what they are like; those that begin with a place are in each list
 */
record Catalogue(Map<String, String> fixed, List<SentencePattern> patterns, Map<Character, List<SentencePattern>> byStart) {

    private static final String VALUE = "= ";

    Catalogue(Map<String, String> fixed, List<SentencePattern> patterns) {
        this(Map.copyOf(fixed), List.copyOf(patterns), byStart(patterns));
    }

    private static Map<Character, List<SentencePattern>> byStart(List<SentencePattern> patterns) {
        Map<Character, List<SentencePattern>> byStart = new HashMap<>();
        for (SentencePattern pattern : patterns) {
            byStart.computeIfAbsent(pattern.start(), start -> patterns.stream()
                    .filter(other -> other.start() == start || other.start() == SentencePattern.ANY).toList());
        }
        return Map.copyOf(byStart);
    }

    /** The patterns that a text may be like, in the order in which they are tried. */
    List<SentencePattern> patternsFor(String text) {
        return byStart.getOrDefault(text.charAt(0), byStart.getOrDefault(SentencePattern.ANY, List.of()));
    }

    /**
     * Reads files beside this class.
     *
     * @param same texts that stay as they are
     * @throws IllegalStateException if one is missing
     * @throws IllegalArgumentException if one has a mistake
     */
    static Catalogue read(List<String> files, Set<String> same) {
        Map<String, String> fixed = new HashMap<>();
        same.forEach(text -> fixed.put(text, text));
        Map<String, SentencePattern> patterns = new HashMap<>();
        for (String file : files) {
            for (Map.Entry<String, String> pair : pairs(file)) {
                String english = pair.getKey();
                boolean twice = SentencePattern.hasPlaces(english) ? patterns.put(english, SentencePattern.of(english, pair.getValue())) != null
                        : fixed.put(english, pair.getValue()) != null;
                if (twice) {
                    throw new IllegalArgumentException(file + " says again: " + english);
                }
            }
        }
        return new Catalogue(fixed, patterns.values().stream().sorted(SentencePattern.ORDER).toList());
    }

    /** The pairs of a file, in order. */
    static List<Map.Entry<String, String>> pairs(String file) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        Optional<String> english = Optional.empty();
        for (String line : lines(file)) {
            if (line.startsWith(VALUE) && english.isPresent()) {
                pairs.add(Map.entry(english.get(), line.substring(VALUE.length())));
                english = Optional.empty();
            } else if (english.isPresent()) {
                throw new IllegalArgumentException(file + ": no translation of " + english.get());
            } else {
                english = Optional.of(line);
            }
        }
        english.ifPresent(last -> {
            throw new IllegalArgumentException(file + ": no translation of " + last);
        });
        return pairs;
    }

    /** The lines of a file without remarks and empty ones. */
    static Set<String> words(String file) {
        return Set.copyOf(lines(file));
    }

    private static List<String> lines(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the catalogue " + file + " is missing from this installation");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the catalogue " + file + " of this installation is damaged", e);
        }
    }
}
