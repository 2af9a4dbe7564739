// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.List;
import java.util.Set;
import org.quorate.report.text.Notation;

/** What there is of German. */
final class German {

    /** By what the texts are about. */
    static final List<String> FILES = List.of("german/words.txt", "german/results.txt", "german/verdict.txt", "german/advice.txt",
            "german/scenario.txt", "german/limits.txt", "german/failure.txt", "german/studies.txt", "german/steps.txt",
            "german/refusals.txt", "german/settings.txt", "german/sizing.txt");
    /** Columns of tables, keys of settings, and tables whose groups of rows hold names, by their English titles. */
    static final Set<String> KEPT = Catalogue.words("german/kept.txt");

    /** What is the same in both. */
    static final Set<String> SAME = Catalogue.words("german/same.txt");

    private static final Catalogue CATALOGUE = Catalogue.read(FILES, SAME);

    private German() {
    }

    static Lookup lookup(Set<String> names) {
        return new Lookup(CATALOGUE, names, new Figures(Notation.GERMAN), "und");
    }
}
