// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.List;
import java.util.Optional;

/**
 * What the caches hold when the first phase starts; built directly, not simulated (design decision 10). Immutable.
 *
 * @param caches COLD: nothing is cached or locked. WARM: every file of the sets has been read; its locks are mastered
 *               and its inode and pages cached by {@code by}, or by its own node if that is absent
 * @param by     node name
 * @param fileSets names of the file sets that have been read; empty: all
 */
public record InitialState(Caches caches, Optional<String> by, List<String> fileSets) {

    /** Copies the list. */
    public InitialState {
        fileSets = List.copyOf(fileSets);
    }

    /** Nothing is cached or locked. */
    public static InitialState cold() {
        return new InitialState(Caches.COLD, Optional.empty(), List.of());
    }

    /** The files of this set are in the caches. */
    public boolean isWarm(String fileSet) {
        return caches == Caches.WARM && (fileSets.isEmpty() || fileSets.contains(fileSet));
    }

    /** Cold or warm. */
    public enum Caches { COLD, WARM }
}
