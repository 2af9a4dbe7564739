// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import org.quorate.study.LiveFigures;

/**
 * What one part of a longer piece of work tells of itself, told as a part of the whole. Used as {@link Progress} says.
 *
 * @param whole  who is told
 * @param name   of the part, for people
 * @param before units of the parts before it
 * @param after  units of the parts after it
 */
record PartProgress(Progress whole, String name, int before, int after) implements Progress {

    @Override
    public void report(int done, int total, String message) {
        whole.report(before + done, before + total + after, name + ": " + message);
    }

    @Override
    public void live(LiveFigures now) {
        whole.live(now);
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }
}
