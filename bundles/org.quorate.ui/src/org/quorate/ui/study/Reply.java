// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.study;

import java.util.Map;
import java.util.Optional;

import org.quorate.ui.runs.Study;

/**
 * What is to be said of the answers to the questions of a study. Immutable.
 *
 * @param problems by key of the question; empty if there are none
 * @param summary  what would be done, one line; empty if there are problems
 * @param study    that can be started; absent if there are problems
 */
public record Reply(Map<String, String> problems, String summary, Optional<Study> study) {

    public Reply {
        problems = Map.copyOf(problems);
    }

    static Reply of(Map<String, String> problems) {
        return new Reply(problems, "", Optional.empty());
    }

    static Reply of(String summary, Study study) {
        return new Reply(Map.of(), summary, Optional.of(study));
    }
}
