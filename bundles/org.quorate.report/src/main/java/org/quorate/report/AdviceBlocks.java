// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quorate.advice.Advice;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;

/**
 * What the rules say about the design, the gravest first.
 *
 * @param advice on the scenario of the report
 */
public record AdviceBlocks(Advice advice) {

    /** With their headings, in reading order. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "advice", "Advice"));
        if (advice.findings().isEmpty()) {
            blocks.add(new Paragraph("No rule has anything to say about this design."));
            return blocks;
        }
        blocks.add(new Paragraph("Rules looked at the scenario and at the figures of this report. What each of them looks for, and where its "
                + "limits come from, is in the documentation (the command is quorate advise)."));
        for (Finding finding : advice.findings()) {
            blocks.add(new Notice(kind(finding), finding.title(), finding.explanation() + evidence(finding)));
            finding.fix().ifPresent(fix -> blocks.add(new Code("In the scenario: " + fix.does(),
                    fix.changes().stream().map(QuickFix.Change::line).collect(Collectors.joining("\n")))));
        }
        return blocks;
    }

    private static Notice.Kind kind(Finding finding) {
        return switch (finding.severity()) {
            case CRITICAL -> Notice.Kind.DANGER;
            case WARNING -> Notice.Kind.WARNING;
            case HINT -> Notice.Kind.NOTE;
        };
    }

    private static String evidence(Finding finding) {
        return finding.evidence().isEmpty() ? "" : " Evidence: " + String.join(". ", finding.evidence()) + ".";
    }
}
