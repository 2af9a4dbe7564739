// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of a failure study.
 *
 * @param format         {@link #FORMAT}
 * @param scenario       its name
 * @param title          its title
 * @param quorateVersion that made it
 * @param kind           what fails
 * @param node           the node that it happens to; absent: all
 * @param durationNanos  it ends by itself after so long; absent: it does not
 * @param seed           of the phases of timers
 * @param replications   of each file system
 * @param contenders     one each file system of the scenario, in its order
 * @param advice         what to do, dangers first
 */
public record Failure(String format, String scenario, String title, String quorateVersion, FailureKind kind, Optional<String> node,
        OptionalLong durationNanos, long seed, int replications, List<ContenderFailure> contenders, List<FailureAdvice> advice) {

    /** Format and version of the JSON form. */
    public static final String FORMAT = "quorate-failure/1";

    public Failure {
        contenders = List.copyOf(contenders);
        advice = List.copyOf(advice);
    }

    /** What fails, for people: {@code A node dies: node3}. */
    public String headline() {
        return kind.title() + node.map(name -> ": " + name).orElse("")
                + (durationNanos.isPresent() ? ", for " + Times.seconds(durationNanos.getAsLong()) : "");
    }
}
