// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice;

import java.util.regex.Pattern;

/**
 * What is to be known of a rule without running it. Immutable.
 *
 * @param id       stable name, lower case with hyphens, unique among the rules
 * @param severity the gravest that its findings have
 * @param topic    what it looks for, one line without a full stop
 * @param source   documents and sections, measurements or definitions that its thresholds come from
 * @param needsRun it says nothing without a comparison
 */
public record RuleInfo(String id, Severity severity, String topic, String source, boolean needsRun) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public RuleInfo {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id is of lower case words with hyphens: " + id);
        }
    }

    /** A rule that the scenario is enough for; a comparison may add evidence. */
    public static RuleInfo ofScenario(String id, Severity severity, String topic, String source) {
        return new RuleInfo(id, severity, topic, source, false);
    }

    /** A rule that says nothing without a comparison. */
    public static RuleInfo ofRun(String id, Severity severity, String topic, String source) {
        return new RuleInfo(id, severity, topic, source, true);
    }
}
