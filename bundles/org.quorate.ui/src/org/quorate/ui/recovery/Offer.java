// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.recovery;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.quorate.ui.Messages;
import org.quorate.ui.document.Recovery;
import org.quorate.ui.document.RecoveryStore;

/**
 * Something that was edited before a crash and can be brought back.
 *
 * @param left       what was found
 * @param origin     what has become of its file
 * @param difference what the edit did to the file as it is now
 */
public record Offer(RecoveryStore.Left left, Origin origin, Difference difference) {

    /** What has become of the file that was edited. */
    public enum Origin {
        /** As it was. */
        UNTOUCHED,
        /** Changed by others since. */
        CHANGED,
        /** Not there, or it cannot be read. */
        GONE,
        /** There never was one. */
        NEVER_SAVED
    }

    public Recovery recovery() {
        return left.recovery();
    }

    /** The file's name, or the title of what never had one. */
    public String name() {
        return recovery().file().map(file -> file.getFileName().toString()).orElse(recovery().title());
    }

    /** A title for a scenario that has no file any more: its name without ".yaml". */
    public String title() {
        return name().replaceFirst("\\.ya?ml$", "");
    }

    /** When it was edited last, as the user's language writes it. */
    public String edited(Locale locale, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).withZone(zone)
                .format(recovery().edited());
    }

    /** How many lines were changed. */
    public String lines() {
        return Messages.bind(Messages.Recovery_lines, difference.added(), difference.removed());
    }

    /** Where its file is. */
    public String folder() {
        return recovery().file().map(Path::getParent).map(Path::toString).orElse("");
    }

    /** What is to be known before it is recovered; empty if nothing. */
    public String note() {
        return switch (origin) {
            case UNTOUCHED -> "";
            case CHANGED -> Messages.Recovery_changed;
            case GONE -> Messages.Recovery_gone;
            case NEVER_SAVED -> Messages.Recovery_never_saved;
        };
    }
}
