// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.time.LocalDate;
import java.util.List;

/**
 * What a report says about itself.
 *
 * @param date    of the report; an input, so that the same input gives the same bytes
 * @param command that makes this report again, one element an argument, unquoted, for example {@code quorate},
 *                {@code compare}, {@code my scenario.yaml}
 */
public record ReportContext(LocalDate date, List<String> command) {

    public ReportContext {
        command = List.copyOf(command);
    }
}
