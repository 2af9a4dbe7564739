// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Names for file sets and phases, made of names that anybody may have chosen. Used by one thread. */
public final class Names {

    /** Leaves room below the model's 63 for a number. */
    private static final int LONGEST = 40;

    private final Set<String> taken;

    /** Names that are taken already. */
    public Names(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /**
     * A name that nobody has yet: letters, digits, {@code _} and {@code -} of the wanted one, with a number if it is taken.
     *
     * @param otherwise the name where nothing is left of the wanted one
     */
    public String next(String wanted, String otherwise) {
        String safe = wanted.replaceAll("[^A-Za-z0-9_-]+", "-").replaceFirst("^[_-]+", "").replaceFirst("-+$", "");
        String base = safe.isEmpty() ? otherwise : safe.substring(0, Math.min(LONGEST, safe.length()));
        String name = base;
        for (int number = 2; !taken.add(name); number++) {
            name = base + "-" + number;
        }
        return name;
    }
}
