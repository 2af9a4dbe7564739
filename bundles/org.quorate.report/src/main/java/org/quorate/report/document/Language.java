// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.document;

import java.util.Locale;

/** A language that reports are written in. */
public enum Language {
    ENGLISH(Locale.ENGLISH), GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Its conventions. */
    public Locale locale() {
        return locale;
    }

    /** As documents name it: {@code en}, {@code de} (BCP 47). */
    public String tag() {
        return locale.toLanguageTag();
    }
}
