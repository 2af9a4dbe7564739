// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.quorate.advice.Advice;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Severity;
import org.quorate.study.result.Origin;

/** Advice as text: the gravest findings first, each with its evidence and the lines that would answer it. Thread-safe. */
public final class AdviceText {

    private static final int WIDTH = 98;
    private static final String INDENT = "  ";

    private final Style style;

    /** Text in that style. */
    public AdviceText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(Advice advice) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Plain.line(advice.title()))).append('\n');
        advice.findings().forEach(finding -> finding(finding, out));
        out.append('\n').append(count(advice.findings(), "No rule has anything to say about this design.")).append('\n');
        if (!advice.skipped().isEmpty()) {
            wrapped("Not asked, because nothing was run: " + String.join(", ", advice.skipped()) + ".", "", "", out);
        }
        out.append(style.dim(footer(advice))).append('\n');
        return out.toString();
    }

    /** One of them; also of other advice than that of a design. */
    void finding(Finding finding, StringBuilder out) {
        out.append('\n');
        out.append(style.bold(finding.severity().name())).append(INDENT).append(style.bold(Plain.line(finding.title()))).append('\n');
        String place = finding.path().isEmpty() ? "" : ", " + Plain.line(finding.path());
        out.append(INDENT).append(style.dim(finding.rule() + place)).append('\n');
        wrapped(finding.explanation(), INDENT, INDENT, out);
        finding.evidence().forEach(line -> wrapped(line, INDENT + "- ", INDENT + INDENT, out));
        finding.fix().ifPresent(fix -> {
            wrapped("Fix: " + fix.does() + " (--fix " + finding.rule() + ")", INDENT, INDENT + INDENT, out);
            fix.changes().stream().map(QuickFix.Change::line)
                    .forEach(line -> out.append(INDENT).append(INDENT).append(Plain.line(line)).append('\n'));
        });
    }

    private static void wrapped(String text, String first, String next, StringBuilder out) {
        String indent = first;
        for (String line : Wrap.lines(Plain.line(text), WIDTH - next.length())) {
            out.append(indent).append(line).append('\n');
            indent = next;
        }
    }

    /** How many there are, by severity. */
    static String count(List<Finding> findings, String none) {
        if (findings.isEmpty()) {
            return none;
        }
        List<String> parts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = findings.stream().filter(finding -> finding.severity() == severity).count();
            if (count > 0) {
                parts.add(count + " " + severity.word() + (count == 1 || severity == Severity.CRITICAL ? "" : "s"));
            }
        }
        return findings.size() + (findings.size() == 1 ? " finding: " : " findings: ") + String.join(", ", parts);
    }

    private static String footer(Advice advice) {
        String run = advice.origin().map(AdviceText::run).orElse(", nothing was run");
        return Plain.line("scenario " + advice.scenario() + run);
    }

    private static String run(Origin origin) {
        return ", seed " + origin.seed() + ", " + origin.replications() + " replications, quorate " + origin.quorateVersion();
    }
}
