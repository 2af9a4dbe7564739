// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.function.Consumer;

/**
 * Translates the texts of one report.
 *
 * @param lookup what is known
 * @param missed is told what is not
 */
record Words(Lookup lookup, Consumer<String> missed) {

    /** Words; what is not known stays as it is. */
    String text(String english) {
        return english.isEmpty() ? english : lookup.find(english).orElseGet(() -> {
            missed.accept(english);
            return english;
        });
    }

    /** What stays as it is where it stands: a name, a value as in a file; words that come there all the same are missed. */
    String kept(String english) {
        if (!lookup.named(english) && lookup.value(english).isEmpty() && lookup.find(english).filter(other -> !other.equals(english)).isPresent()) {
            missed.accept(english);
        }
        return english;
    }

    /** Words, unless something in the report is called that. */
    String name(String english) {
        return lookup.named(english) ? english : text(english);
    }
}
