// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a scenario file. Immutable, thread-safe.
 *
 * @param document the scenario with its text; present exactly if no problem is an error
 * @param problems everything that is wrong, in the order of the file
 */
public record ScenarioReading(Optional<ScenarioDocument> document, List<Problem> problems) {

    public ScenarioReading {
        problems = List.copyOf(problems);
    }
}
