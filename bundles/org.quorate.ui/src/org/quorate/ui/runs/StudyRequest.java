// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be known to ask for the same study again. Immutable.
 *
 * @param word    that the menu calls it by
 * @param answers to its questions, by key; empty if it has none
 * @param source  file that the scenario was read from; absent if it had none yet
 */
public record StudyRequest(String word, Map<String, String> answers, Optional<Path> source) {

    public StudyRequest {
        answers = Map.copyOf(answers);
    }

    /** Without questions. */
    public StudyRequest(String word, Optional<Path> source) {
        this(word, Map.of(), source);
    }
}
