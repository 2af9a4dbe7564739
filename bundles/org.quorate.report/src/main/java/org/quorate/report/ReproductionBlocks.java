// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quorate.report.document.Block;
import org.quorate.report.document.Code;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Paragraph;
import org.quorate.report.text.VisibleText;
import org.quorate.study.StoppingText;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Origin;

/**
 * How to come to the same figures.
 *
 * @param comparison whose
 * @param context    command and date
 */
public record ReproductionBlocks(Comparison comparison, ReportContext context) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    /** With their headings, in reading order. */
    public List<Block> blocks() {
        Origin origin = comparison.origin();
        long events = comparison.contenders().stream().mapToLong(ContenderResult::events).sum();
        return List.of(new Heading(2, "reproduction", "How to reproduce this report"),
                new Paragraph("The same scenario, seed and version give the same figures, to the last digit."),
                command(context),
                KeyValues.of("Version", "Quorate " + origin.quorateVersion(), "Seed", Long.toString(origin.seed()),
                        "Replications", origin.replications() + " of each contender"
                        + origin.stopping().map(stopping -> ": " + StoppingText.of(origin.replications(), stopping)).orElse(""), "Confidence of the intervals",
                        Settings.percent(origin.confidence()), "Simulated events",
                        String.format(java.util.Locale.ROOT, "%,d", events), "Form of the results",
                        comparison.format()));
    }

    /**
     * The last part of a page that is made by one command.
     *
     * @param same what gives the same page again, a sentence
     */
    static List<Block> again(ReportContext context, String same) {
        return List.of(new Heading(2, "again", "How to make this page again"), new Paragraph(same), command(context));
    }

    /** The command, to be pasted into a shell. */
    static Code command(ReportContext context) {
        return new Code("Command", context.command().stream().map(ReproductionBlocks::quoted).collect(Collectors.joining(" ")));
    }

    /** For a POSIX shell: in single quotes unless it is plain. */
    private static String quoted(String argument) {
        String visible = VisibleText.lines(argument);
        return PLAIN.matcher(visible).matches() ? visible : "'" + visible.replace("'", "'\\''") + "'";
    }
}
