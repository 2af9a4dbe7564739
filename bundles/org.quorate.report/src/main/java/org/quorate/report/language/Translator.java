// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.quorate.report.document.Block;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Language;
import org.quorate.report.document.ReportDocument;

/**
 * Turns finished English reports into another language: the same blocks in the same order with the same ids, other words and other marks
 * in figures. Names, settings as they are written in configuration files, versions and code stay as they are. A text that the catalogue
 * does not know stays English. Immutable, thread-safe.
 */
public final class Translator {

    private static final Consumer<String> NOBODY = text -> {
    };

    private final Language language;
    private final Set<String> names;
    private final Consumer<String> missed;

    private Translator(Language language, Set<String> names, Consumer<String> missed) {
        this.language = Objects.requireNonNull(language);
        this.names = Set.copyOf(names);
        this.missed = Objects.requireNonNull(missed);
    }

    /** To that language; to English: leaves everything as it is. */
    public static Translator of(Language language) {
        return new Translator(language, Set.of(), NOBODY);
    }

    /** The same, for reports in which things are called that, see {@link ScenarioNames}: these are never translated as words. */
    public Translator naming(Set<String> others) {
        return new Translator(language, others, missed);
    }

    /** The same, telling that one of each text that the catalogue does not know. */
    public Translator telling(Consumer<String> listener) {
        return new Translator(language, names, listener);
    }

    /** A report; its author and brand stay. */
    public ReportDocument document(ReportDocument english) {
        if (language == Language.ENGLISH) {
            return english;
        }
        BlockTranslation translation = translation();
        return new ReportDocument(translation.name(english.title()), translation.text(english.subtitle()), english.author(),
                translation.keyValues(english.about()), translation.blocks(english.blocks()), language, english.brand());
    }

    /** What a report says about itself. */
    public KeyValues keyValues(KeyValues english) {
        return language == Language.ENGLISH ? english : translation().keyValues(english);
    }

    /** A part of a report. */
    public List<Block> blocks(List<Block> english) {
        return language == Language.ENGLISH ? english : translation().blocks(english);
    }

    /** A single text. */
    public String text(String english) {
        return language == Language.ENGLISH ? english : translation().text(english);
    }

    private BlockTranslation translation() {
        return new BlockTranslation(new Words(German.lookup(names), missed), language.notation());
    }
}
