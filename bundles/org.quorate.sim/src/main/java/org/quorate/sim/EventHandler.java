// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

/** What happens when an event's time has come. Kind and subject mean what the model wants them to mean. */
@FunctionalInterface
public interface EventHandler {
    /**
     * Executes one event; the clock of the {@link EventLoop} shows its time.
     *
     * @param kind    the kind given on scheduling
     * @param subject the subject given on scheduling
     */
    void onEvent(int kind, int subject);
}
