// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.util.Optional;

/**
 * What the caches hold when the first phase starts; built directly, not simulated (design decision 10). Immutable.
 *
 * @param caches COLD: nothing is cached or locked. WARM: every file of every set has been read; its locks are mastered
 *               and its inode and pages cached by {@code by}, or by its own node if that is absent
 * @param by     node name
 */
public record InitialState(Caches caches, Optional<String> by) {

    /** Cold or warm. */
    public enum Caches { COLD, WARM }
}
