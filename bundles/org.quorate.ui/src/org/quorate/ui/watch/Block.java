// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A time in which the user interface did not answer.
 *
 * @param duration how long, to about 25 ms
 * @param busy     what of it the thread computed or waited for another thread: the rest is the machine's, which had other things to do
 * @param at       its beginning
 * @param stack    what the thread did, the innermost first; empty if it was over before anyone looked
 */
public record Block(Duration duration, Duration busy, Instant at, List<StackTraceElement> stack) {

    private static final String OURS = "org.quorate.";

    public Block {
        stack = List.copyOf(stack);
    }

    /** Where the time went: the innermost method of ours, else the innermost of all. */
    public String place() {
        return stack.stream().filter(frame -> frame.getClassName().startsWith(OURS)).findFirst()
                .or(() -> stack.stream().findFirst()).map(frame -> frame.getClassName() + "." + frame.getMethodName()).orElse("");
    }

    /** For people who look for the reason: how long, where, and the stack, a line each. */
    public String text() {
        return duration.toMillis() + " ms (busy " + busy.toMillis() + " ms) at " + at + " in " + place() + "\n"
                + stack.stream().map(frame -> "\tat " + frame + "\n").collect(Collectors.joining());
    }
}
