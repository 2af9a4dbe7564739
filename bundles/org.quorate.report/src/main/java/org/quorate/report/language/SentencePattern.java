// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places, and the same in another language. Immutable.
 *
 * @param english   pattern, for example {@code {0} needs {1 figure}}
 * @param literals  before, between and behind the places: one more than there are places; only the first and last may be empty
 * @param numbers   of the places, in the order of the English pattern
 * @param kinds     of the places
 * @param other     the other language's pattern, its places as {@code {0}}
 * @param sentences whether it can be like more than one sentence
 */
record SentencePattern(String english, List<String> literals, List<Integer> numbers, List<Place> kinds, String other, boolean sentences) {

    /** It begins with a place. */
    static final char ANY = '\0';

    /** The most literal first: of two patterns that are like a text, the one that says more about it; then that with narrower places. */
    static final Comparator<SentencePattern> ORDER = Comparator.comparing((SentencePattern pattern) -> -pattern.literalLength())
            .thenComparing(pattern -> pattern.numbers.size())
            .thenComparing(pattern -> pattern.kinds.stream().mapToInt(Place::ordinal).sum()).thenComparing(SentencePattern::english);

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?: ([a-z]+))?\\}");

    SentencePattern {
        literals = List.copyOf(literals);
        numbers = List.copyOf(numbers);
        kinds = List.copyOf(kinds);
    }

    static boolean hasPlaces(String pattern) {
        return PLACE.matcher(pattern).find();
    }

    /** @throws IllegalArgumentException if the two do not have the same places, or two places touch */
    static SentencePattern of(String english, String other) {
        List<String> literals = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<Place> kinds = new ArrayList<>();
        Matcher place = PLACE.matcher(english);
        int from = 0;
        while (place.find()) {
            if (from > 0 && from == place.start()) {
                throw new IllegalArgumentException("two places touch: " + english);
            }
            literals.add(english.substring(from, place.start()));
            numbers.add(Integer.valueOf(place.group(1)));
            kinds.add(Place.of(place.group(2) == null ? "" : place.group(2)));
            from = place.end();
        }
        literals.add(english.substring(from));
        List<Integer> others = PLACE.matcher(other).results().map(found -> Integer.valueOf(found.group(1))).sorted().distinct().toList();
        if (!numbers.stream().sorted().toList().equals(others)) {
            throw new IllegalArgumentException("not the same places: " + english + " = " + other);
        }
        return new SentencePattern(english, literals, numbers, kinds, other,
                kinds.contains(Place.TEXT) || literals.stream().anyMatch(literal -> literal.contains(". ")));
    }

    /** The first character of each text that it is like; {@link #ANY}: any. */
    char start() {
        return literals.get(0).isEmpty() ? ANY : literals.get(0).charAt(0);
    }

    private int literalLength() {
        return literals.stream().mapToInt(String::length).sum();
    }

    /** The text in the other language; absent if it is not like the pattern. */
    Optional<String> translate(String text, Lookup lookup) {
        String last = literals.get(numbers.size());
        if (text.length() <= literals.get(0).length() + last.length() || !text.startsWith(literals.get(0)) || !text.endsWith(last)) {
            return Optional.empty();
        }
        for (int i = 1, from = literals.get(0).length(); i < numbers.size(); i++) {
            from = text.indexOf(literals.get(i), from + 1);
            if (from < 0) {
                return Optional.empty();
            }
            from += literals.get(i).length();
        }
        Map<Integer, String> found = new HashMap<>();
        return match(text, literals.get(0).length(), 0, found, lookup) ? Optional.of(filled(found)) : Optional.empty();
    }

    /** Whether the text from there on is like the places from that one on; tries every end of the place. */
    private boolean match(String text, int from, int place, Map<Integer, String> found, Lookup lookup) {
        boolean last = place == numbers.size() - 1;
        String behind = literals.get(place + 1);
        int end = last ? text.length() - behind.length() : text.indexOf(behind, from + 1);
        while (end > from) {
            Optional<String> translated = kinds.get(place).translate(text.substring(from, end), lookup);
            if (translated.isPresent()) {
                found.put(numbers.get(place), translated.get());
                if (last || match(text, end + behind.length(), place + 1, found, lookup)) {
                    return true;
                }
            }
            end = last ? -1 : text.indexOf(behind, end + 1);
        }
        return false;
    }

    private String filled(Map<Integer, String> found) {
        return PLACE.matcher(other).replaceAll(place -> Matcher.quoteReplacement(found.get(Integer.valueOf(place.group(1)))));
    }
}
