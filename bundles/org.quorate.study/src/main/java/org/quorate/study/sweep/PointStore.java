// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.Optional;

/**
 * Where finished points are kept. Called by several threads at once. A fault of the store is an
 * {@link java.io.UncheckedIOException}, which ends the sweep.
 */
public interface PointStore {

    /** Keeps nothing. */
    PointStore NONE = new PointStore() {
        @Override
        public Optional<PointOutcome> find(String key) {
            return Optional.empty();
        }

        @Override
        public void keep(String key, PointOutcome outcome) {
            // There is no place for it.
        }
    };

    /** What was kept under a key; nothing if it was not, or is damaged. */
    Optional<PointOutcome> find(String key);

    /** Keeps a finished point: from now on it is found, even if the machine stops at once. */
    void keep(String key, PointOutcome outcome);
}
