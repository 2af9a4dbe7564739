// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.Locale;
import java.util.Optional;

/** What may stand in a place of a pattern, from the widest to the narrowest. */
enum Place {
    /** What stays as it is: something that is called by its name in the report, or a single word, as a setting or a version. */
    NAME,
    /** A value as a scenario has it: one word, a figure, or a distribution. */
    VALUE,
    /** Anything, of which the rest of the pattern leaves no doubt: a message from outside. */
    TEXT,
    /** Several names: {@code a, b and c}. */
    NAMES,
    /** Nodes as timelines name them: {@code a, b | c}, {@code 12 nodes}. */
    NODES,
    /** What the catalogue itself can translate. */
    PHRASE,
    /** The same, with a capital where the pattern has a capital that the phrase by itself has not. */
    SENTENCE,
    /** Several phrases: {@code a, b and c}. */
    PHRASES,
    /** A number, with or without interval and unit. */
    FIGURE,
    /** Several figures: {@code 1, 2 and 3}. */
    FIGURES;

    /** As catalogues write it: {@code {0 figure}}; a name has none. */
    static Place of(String word) {
        return word.isEmpty() ? NAME : valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What becomes of the text in the place; absent: it may not stand there. */
    Optional<String> translate(String text, Lookup lookup) {
        return switch (this) {
            case NAME -> Optional.of(text).filter(lookup::isName);
            case VALUE -> lookup.value(text);
            case TEXT -> Optional.of(text);
            case NAMES -> lookup.list(text, part -> Optional.of(part).filter(lookup::isName));
            case NODES -> lookup.nodes(text);
            case PHRASE -> lookup.phrase(text);
            case SENTENCE -> lookup.sentence(text);
            case PHRASES -> lookup.list(text, lookup::phrase);
            case FIGURE -> lookup.figures().one(text);
            case FIGURES -> lookup.list(text, lookup.figures()::one);
        };
    }
}
