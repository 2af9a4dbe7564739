// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.quorate.report.text.Notation;

/** A language that reports are written in. */
public enum Language {
    ENGLISH(Locale.ENGLISH, Notation.ENGLISH), GERMAN(Locale.GERMAN, Notation.GERMAN);

    private final Locale locale;
    private final Notation notation;

    Language(Locale locale, Notation notation) {
        this.locale = locale;
        this.notation = notation;
    }

    /** The language of that tag; absent: there is none. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag().equals(tag)).findFirst();
    }

    /** Its conventions. */
    public Locale locale() {
        return locale;
    }

    /** How it writes figures. */
    public Notation notation() {
        return notation;
    }

    /** As documents name it: {@code en}, {@code de} (BCP 47). */
    public String tag() {
        return locale.toLanguageTag();
    }
}
