// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.util.List;

/**
 * One piece of experience. Implementations have a public constructor without parameters, are named in
 * {@code META-INF/services/org.quorate.advice.Rule}, hold no state and change nothing; they are thread-safe.
 */
public interface Rule {

    /** What is to be known of it. */
    RuleInfo about();

    /**
     * Looks at a design.
     *
     * @param context the scenario, and a comparison if there is one; always with one if the rule needs it
     * @return a finding for each place that the rule has something to say about, in the order of the scenario; empty if none
     */
    List<Finding> check(Context context);
}
