// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Looks texts up in a catalogue: whole, then as a figure, by patterns, and piece by piece. Remembers what it found. Of one thread.
 */
final class Lookup {

    private static final String SENTENCE_END = ". ";
    private static final List<String> JOINTS = List.of(SENTENCE_END, "; ", ": ", " – ");

    /** Settings, paths, addresses and names of the kernel, one or several: what no language has words for. */
    private static final Pattern TECHNICAL = Pattern.compile("(?:\\S*[/_=@\\[\\]:.0-9]\\S*|[A-Z]{2,})(?:, (?:\\S*[/_=@\\[\\]:.0-9]\\S*|[A-Z]{2,}))*");

    private final Catalogue catalogue;
    private final Set<String> names;
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

    /** Whether it may be a name: one of the report's, or anything that does not go beyond a sentence. */
    boolean isName(String text) {
        return names.contains(text) || !text.isBlank() && JOINTS.stream().noneMatch(text::contains);
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
        String fixed = catalogue.fixed().get(text);
        if (fixed != null) {
            return Optional.of(fixed);
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of(text);
        }
        return figures.one(text).or(() -> capital(text)).or(() -> byPattern(text)).or(() -> pieces(text))
                .or(() -> Optional.of(text).filter(other -> named(other) || TECHNICAL.matcher(other).matches()))
                .or(() -> withoutStop(text));
    }

    private Optional<String> byPattern(String text) {
        return catalogue.templates().stream().flatMap(template -> template.translate(text, this).stream()).findFirst();
    }

    /** A fixed text that begins with a capital here, or ends with a full stop, because it is a sentence of its own. */
    private Optional<String> capital(String text) {
        boolean stop = text.endsWith(".");
        String words = stop ? text.substring(0, text.length() - 1) : text;
        return Optional.ofNullable(catalogue.fixed().get(words)).or(() -> Optional.ofNullable(catalogue.fixed().get(uncapital(words)))
                .map(Lookup::capitalised)).map(other -> stop ? other + "." : other);
    }

    /** A phrase that ends with a full stop, because it is a sentence of its own. */
    private Optional<String> withoutStop(String text) {
        return text.endsWith(".") ? find(text.substring(0, text.length() - 1)).map(other -> other + ".") : Optional.empty();
    }

    /** A sentence, which may be a phrase with a capital. */
    Optional<String> sentence(String text) {
        return find(text).or(() -> find(uncapital(text))).map(Lookup::capitalised);
    }

    /** Sentences, and parts of them that are set side by side: as few pieces as are known. */
    private Optional<String> pieces(String text) {
        for (String joint : JOINTS) {
            for (int at = text.lastIndexOf(joint); at > 0; at = text.lastIndexOf(joint, at - 1)) {
                int behind = at + joint.length();
                String first = text.substring(0, at) + (joint.equals(SENTENCE_END) ? "." : "");
                Optional<String> rest = behind < text.length() ? find(text.substring(behind)) : Optional.empty();
                if (rest.isPresent()) {
                    Optional<String> start = find(first);
                    if (start.isPresent()) {
                        return Optional.of(start.get() + (joint.equals(SENTENCE_END) ? " " : joint) + rest.get());
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}, each part translated by itself; absent if one cannot be. */
    Optional<String> list(String text, Function<String, Optional<String>> part) {
        Optional<String> one = part.apply(text).filter(whole -> named(text) || !text.contains(", ") && !text.contains(" and "));
        if (one.isPresent()) {
            return one;
        }
        int last = text.lastIndexOf(" and ");
        if (last < 0) {
            return commas(text, part);
        }
        Optional<String> front = commas(text.substring(0, last), part);
        Optional<String> back = part.apply(text.substring(last + " and ".length()));
        return front.flatMap(before -> back.map(after -> before + " " + and + " " + after));
    }

    /** Nodes on both sides of a split, or their number. */
    Optional<String> nodes(String text) {
        return figures.one(text.replace(" nodes", "")).filter(count -> text.endsWith(" nodes")).map(count -> find(text))
                .orElseGet(() -> Optional.of(text).filter(names -> isName(names)));
    }

    /** Names, or else words; what is neither stays. */
    String mixed(String text) {
        Function<String, Optional<String>> part = one -> named(one) ? Optional.of(one) : find(one);
        return named(text) ? text : list(text, part).orElse(text);
    }

    private static Optional<String> commas(String text, Function<String, Optional<String>> part) {
        List<String> parts = new ArrayList<>();
        for (String one : text.split(", ")) {
            Optional<String> other = part.apply(one);
            if (other.isEmpty()) {
                return Optional.empty();
            }
            parts.add(other.get());
        }
        return Optional.of(String.join(", ", parts));
    }

    private static String uncapital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
