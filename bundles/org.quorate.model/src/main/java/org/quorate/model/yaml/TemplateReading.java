// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a template file. Immutable, thread-safe.
 *
 * @param document what it says; present exactly if no problem is an error
 * @param problems everything that is wrong, in the order of the file
 */
public record TemplateReading(Optional<TemplateDocument> document, List<Problem> problems) {

    public TemplateReading {
        problems = List.copyOf(problems);
    }
}
