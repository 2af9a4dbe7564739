// SPDX-License-Identifier: EPL-2.0
package org.quorate.app.results;

import java.util.Optional;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.result.Comparison;

/**
 * What a study found. Immutable.
 *
 * @param scenario   text of the scenario as it was
 * @param report     on the study
 * @param comparison its figures; absent if it is no comparison
 */
public record ResultContent(String scenario, ReportDocument report, Optional<Comparison> comparison) {
}
