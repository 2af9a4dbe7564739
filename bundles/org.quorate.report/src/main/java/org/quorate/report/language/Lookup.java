// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Looks texts up in a catalogue: whole, then as a figure, by patterns, and piece by piece. Remembers what it found. Of one thread. */
final class Lookup {

    private static final String SENTENCE_END = ". ";
    private static final List<String> JOINTS = List.of(SENTENCE_END, "; ", ": ", " – ");

    /** A word with one of these or with a digit is a setting, a path, an address or a name of the kernel. */
    private static final String MARKS = "/_=@[]:.";
    private static final String ENDS = ".,;:";
    private static final Pattern KEY = Pattern.compile("[a-z]+[A-Z]\\w*|[A-Z]{2,}");
    private static final Pattern DISTRIBUTION = Pattern.compile("(?:constant|exponential|lognormal) [\\d.]+ \\S+(?: variation [\\d.]+ %)?");

    private final Catalogue catalogue;
    private final Set<String> names;
    /** Some name goes beyond what else is a sentence. */
    private final boolean longNames;
    private final Figures figures;
    private final String and;
    private final Map<String, Optional<String>> found = new HashMap<>();

    /**
     * @param names what is called by its name in the report, and so never translated as a part of a sentence
     * @param and   the other language's word
     */
    Lookup(Catalogue catalogue, Set<String> names, Figures figures, String and) {
        this.catalogue = catalogue;
        this.names = Set.copyOf(names);
        this.longNames = names.stream().anyMatch(name -> name.contains(SENTENCE_END));
        this.figures = figures;
        this.and = and;
    }

    Figures figures() {
        return figures;
    }

    /** Whether it is called that in the report. */
    boolean named(String text) {
        return names.contains(text);
    }

    /**
     * Whether it may be a name: one of the report's, or else a single word that the catalogue does not translate, so that no part of a
     * sentence is taken for one.
     */
    boolean isName(String text) {
        return names.contains(text) || !text.isBlank() && text.indexOf(' ') < 0 && !punctuated(text)
                && catalogue.fixed().getOrDefault(text, text).equals(text);
    }

    /** The text in the other language; absent if the catalogue does not know it. */
    Optional<String> find(String text) {
        Optional<String> known = found.get(text);
        if (known == null) {
            known = search(text);
            found.put(text, known);
        }
        return known;
    }

    private Optional<String> search(String text) {
        return whole(text).or(() -> pieces(text));
    }

    /** Without taking it to pieces. */
    private Optional<String> whole(String text) {
        String fixed = catalogue.fixed().get(text);
        if (fixed != null || text.isEmpty()) {
            return Optional.of(text.isEmpty() ? text : fixed);
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of(text);
        }
        return figures.one(text).or(() -> capital(text)).or(() -> byPattern(text)).or(() -> Optional.of(text).filter(this::stays));
    }

    /** Whether it is the same in all languages: a name, or words of the machine, one or several. */
    boolean stays(String text) {
        return named(text) || Arrays.stream(text.split(", ")).allMatch(Lookup::technical);
    }

    private static boolean technical(String word) {
        boolean marked = word.chars().anyMatch(c -> MARKS.indexOf(c) >= 0 || Character.isDigit(c));
        return !word.isEmpty() && word.indexOf(' ') < 0 && !punctuated(word) && (marked || KEY.matcher(word).matches());
    }

    private static boolean punctuated(String word) {
        return !word.isEmpty() && ENDS.indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    private Optional<String> byPattern(String text) {
        boolean several = text.contains(SENTENCE_END) && !longNames;
        for (SentencePattern pattern : catalogue.patternsFor(text)) {
            if (!several || pattern.sentences()) {
                Optional<String> other = pattern.translate(text, this).or(() -> stopped(pattern, text));
                if (other.isPresent()) {
                    return other;
                }
            }
        }
        return Optional.empty();
    }

    /** The pattern may be of a phrase that ends with a full stop here, because it is a sentence of its own. */
    private Optional<String> stopped(SentencePattern pattern, String text) {
        return text.endsWith(".") ? pattern.translate(text.substring(0, text.length() - 1), this).map(other -> other + ".") : Optional.empty();
    }

    /** A fixed text that begins with a capital here, or ends with a full stop, because it is a sentence of its own. */
    private Optional<String> capital(String text) {
        boolean stop = text.endsWith(".");
        String words = stop ? text.substring(0, text.length() - 1) : text;
        return Optional.ofNullable(catalogue.fixed().get(words)).or(() -> Optional.ofNullable(catalogue.fixed().get(uncapital(words)))
                .map(Lookup::capitalised)).map(other -> stop ? other + "." : other);
    }

    /** A phrase: within one sentence. */
    Optional<String> phrase(String text) {
        return text.contains(SENTENCE_END) ? Optional.empty() : find(text);
    }

    /** Sentences, else parts of a sentence that are set side by side: each by itself, or a few together. */
    private Optional<String> pieces(String text) {
        for (String joint : JOINTS) {
            if (text.contains(joint)) {
                Optional<String> all = side(text, joint);
                if (all.isPresent()) {
                    return all;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> side(String text, String joint) {
        boolean sentences = joint.equals(SENTENCE_END);
        for (int at = text.indexOf(joint); at > 0; at = text.indexOf(joint, at + 1)) {
            Optional<String> first = whole(text.substring(0, at) + (sentences ? "." : ""));
            if (first.isPresent()) {
                Optional<String> rest = find(text.substring(at + joint.length()));
                if (rest.isPresent()) {
                    return Optional.of(first.get() + (sentences ? " " : joint) + rest.get());
                }
            }
        }
        return Optional.empty();
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}, each part translated by itself; absent if one cannot be. */
    Optional<String> list(String text, Function<String, Optional<String>> part) {
        if (named(text)) {
            return part.apply(text);
        }
        List<String> parts = parted(text, ", ");
        List<String> ends = parted(parts.get(parts.size() - 1), " and ");
        if (ends.size() > 1) {
            parts.set(parts.size() - 1, String.join(" and ", ends.subList(0, ends.size() - 1)));
        }
        List<String> others = parts.stream().flatMap(one -> part.apply(one).stream()).toList();
        Optional<String> front = Optional.of(String.join(", ", others)).filter(all -> others.size() == parts.size());
        return ends.size() == 1 ? front
                : front.flatMap(all -> part.apply(ends.get(ends.size() - 1)).map(last -> all + " " + and + " " + last));
    }

    /** Parted where the joint is not in parentheses. */
    private static List<String> parted(String text, String joint) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0 && text.startsWith(joint, i)) {
                parts.add(text.substring(start, i));
                start = i + joint.length();
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** A value of a field as a scenario has it: a word, a figure with its unit, or a distribution. */
    Optional<String> value(String text) {
        return text.indexOf(' ') < 0 ? Optional.of(text) : setting(text);
    }

    /** The same, but of words only those that have no translation. */
    Optional<String> setting(String text) {
        return Optional.of(text).filter(value -> figures.one(value).isPresent() || DISTRIBUTION.matcher(value).matches() || stays(value)
                || value.equals(catalogue.fixed().get(value)));
    }

    /** Nodes on both sides of a split, or their number. */
    Optional<String> nodes(String text) {
        List<String> sides = new ArrayList<>();
        for (String side : text.split(" \\| ")) {
            boolean names = Arrays.stream(side.split(", ")).allMatch(this::isName);
            Optional<String> other = names ? Optional.of(side) : Optional.of(side).filter(count -> count.endsWith(" nodes")).flatMap(this::whole);
            if (other.isEmpty()) {
                return other;
            }
            sides.add(other.get());
        }
        return Optional.of(String.join(" | ", sides));
    }

    /** Names, or else words; what is neither stays. */
    String mixed(String text) {
        Function<String, Optional<String>> part = one -> named(one) ? Optional.of(one) : find(one);
        return named(text) ? text : list(text, part).orElse(text);
    }

    private static String uncapital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
