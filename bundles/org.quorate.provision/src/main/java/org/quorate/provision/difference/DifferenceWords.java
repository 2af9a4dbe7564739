// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What differs between two exports, in words: the same on a terminal and in a window. Pure functions. */
public final class DifferenceWords {

    private DifferenceWords() {
    }

    /** What it takes, one line. */
    public static String consequence(ExportDifference difference) {
        return difference.differs() ? "To bring the nodes from one to the other: " + difference.consequence().label() : "The exports are the same.";
    }

    /** A value of a change. */
    public static String value(String value) {
        return value.isEmpty() ? "(none)" : value;
    }

    /** For example {@code Added order-40: Make the file system}. */
    public static String step(StepChange step) {
        return presence(step.presence()) + " " + step.id() + ": " + step.title();
    }

    /** Where something is. */
    public static String presence(Presence presence) {
        return presence.name().toLowerCase(Locale.ROOT);
    }

    /** How much differs, one line. */
    public static String summary(ExportDifference difference) {
        List<String> parts = new ArrayList<>();
        for (Consequence consequence : Consequence.values()) {
            long count = difference.changes().stream().filter(change -> change.consequence() == consequence).count();
            if (count > 0) {
                parts.add(count + " " + consequence.label());
            }
        }
        return counted(difference.changes().size(), "change") + (parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")") + ", "
                + counted(difference.files().size(), "configuration file") + ", " + counted(difference.steps().size(), "step") + ", "
                + counted(difference.scripts().size(), "other file");
    }

    private static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
