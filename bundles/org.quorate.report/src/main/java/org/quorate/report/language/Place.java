// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.Locale;
import java.util.Optional;

/** What may stand in a place of a pattern, from the narrowest to the widest. */
enum Place {
    /** A number, with or without interval and unit. */
    FIGURE,
    /** A value that is the same in all languages: a figure as a scenario has it, or a word of configuration files. */
    SETTING,
    /** What stays as it is: something that is called by its name in the report, or a single word, as a setting or a version. */
    NAME,
    /** A value of a field as a scenario has it: one word, a figure, or a distribution. */
    VALUE,
    /** Nodes as timelines name them: {@code a, b | c}, {@code 12 nodes}. */
    NODES,
    /** Several names: {@code a, b and c}. */
    NAMES,
    /** What the catalogue itself can translate. */
    PHRASE,
    /** Several phrases: {@code a, b and c}. */
    PHRASES,
    /** Anything, of which the rest of the pattern leaves no doubt: a message from outside. */
    TEXT;

    /** As catalogues write it: {@code {0 figure}}; a name has none. */
    static Place of(String word) {
        return word.isEmpty() ? NAME : valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What becomes of the text in the place; absent: it may not stand there. */
    Optional<String> translate(String text, Lookup lookup) {
        return switch (this) {
            case NAME -> Optional.of(text).filter(lookup::isName);
            case SETTING -> lookup.setting(text);
            case VALUE -> lookup.value(text);
            case TEXT -> Optional.of(text);
            case NAMES -> lookup.list(text, part -> Optional.of(part).filter(lookup::isName));
            case NODES -> lookup.nodes(text);
            case PHRASE -> lookup.phrase(text);
            case PHRASES -> lookup.list(text, lookup::phrase);
            case FIGURE -> lookup.figures().one(text);
        };
    }
}
