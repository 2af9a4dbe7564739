// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.io;

import java.util.List;
import java.util.stream.Collectors;
import org.quorate.advice.Advice;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.study.io.CsvForm;

/**
 * Advice as CSV (RFC 4180 with bare line feeds), a row a finding: severity, rule, path, title, explanation, evidence (lines joined by
 * "; ") and the changes of the quick fix (the same, empty if there is none). Thread-safe.
 */
public final class AdviceCsv {

    /** The text, with a header line. */
    public String write(Advice advice) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, List.of("severity", "rule", "path", "title", "explanation", "evidence", "fix"));
        for (Finding finding : advice.findings()) {
            String fix = finding.fix().map(found -> found.changes().stream().map(QuickFix.Change::line).collect(Collectors.joining("; "))).orElse("");
            CsvForm.row(out, List.of(finding.severity().word(), finding.rule(), finding.path(), finding.title(), finding.explanation(),
                    String.join("; ", finding.evidence()), fix));
        }
        return out.toString();
    }
}
