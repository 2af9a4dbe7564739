// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.function.BooleanSupplier;
import org.quorate.study.LiveFigures;

/**
 * How a use case tells how far it is and learns that it is to stop. {@link #isCancelled()} is called often and by several
 * threads at once; {@link #report} never by two at once.
 */
public interface Progress {

    /**
     * Some work is done. Another part of it begins again at 0, with a total of its own.
     *
     * @param done    units done so far
     * @param total   units in all; 0: nobody can say, since it goes on until somebody stops it, and {@code done} is 0, too
     * @param message what was done last; empty: nothing yet
     */
    void report(int done, int total, String message);

    /** Some times a second, by the same thread as {@link #report}: where runs under way stand, and of a comparison its figures so far. */
    default void live(LiveFigures now) {
        // A line of progress has no room for it.
    }

    /** The use case shall stop soon, leaving nothing half done. */
    boolean isCancelled();

    /** Tells nobody. */
    static Progress silent(BooleanSupplier cancelled) {
        return new Progress() {
            @Override
            public void report(int done, int total, String message) {
                // Nobody watches.
            }

            @Override
            public boolean isCancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }
}
