// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.List;
import java.util.Locale;
import org.quorate.provision.difference.Consequence;
import org.quorate.provision.difference.DifferenceWords;
import org.quorate.provision.difference.ExportChange;
import org.quorate.provision.difference.ExportDifference;
import org.quorate.provision.difference.FileChange;
import org.quorate.provision.difference.StepChange;

/**
 * The difference of two exports as text: what changes, by what it costs, the dearest first; steps that come and go; then the
 * configuration files, each with its unified difference. Thread-safe.
 */
public final class ExportDifferenceText {

    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final Style style;

    /** Text in that style. */
    public ExportDifferenceText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(ExportDifference difference) {
        StringBuilder out = new StringBuilder();
        names(out, "Edited since that export was made, and compared as they are now", difference.edited());
        names(out, "Missing from that export", difference.missing());
        names(out, "In its directory, but not of it", difference.unknown());
        if (!difference.differs()) {
            return out.append(DifferenceWords.consequence(difference)).append('\n').toString();
        }
        out.append(style.bold(DifferenceWords.consequence(difference))).append('\n');
        changes(out, difference.changes());
        steps(out, difference.steps());
        files(out, difference.files());
        names(out, "Scripts and pages that differ", difference.scripts());
        return out.append(style.dim(DifferenceWords.summary(difference))).append('\n').toString();
    }

    private void names(StringBuilder out, String title, List<String> names) {
        if (!names.isEmpty()) {
            out.append(style.bold(title)).append('\n');
            names.forEach(name -> out.append(INDENT).append(Plain.line(name)).append('\n'));
            out.append('\n');
        }
    }

    private void changes(StringBuilder out, List<ExportChange> changes) {
        Consequence last = null;
        for (ExportChange change : changes) {
            if (change.consequence() != last) {
                last = change.consequence();
                out.append('\n').append(style.bold(title(last))).append('\n');
            }
            wrapped(out, change.what() + ": " + DifferenceWords.value(change.before()) + " -> "
                    + DifferenceWords.value(change.after()), 1);
            wrapped(out, change.how(), 2);
            if (!change.source().isEmpty()) {
                for (String line : Wrap.lines(Plain.line("[" + change.source() + "]"), WIDTH - 4)) {
                    out.append(INDENT.repeat(2)).append(style.dim(line)).append('\n');
                }
            }
        }
        out.append('\n');
    }

    private static String title(Consequence consequence) {
        return consequence.label().substring(0, 1).toUpperCase(Locale.ROOT) + consequence.label().substring(1);
    }

    private void steps(StringBuilder out, List<StepChange> steps) {
        if (!steps.isEmpty()) {
            out.append(style.bold("Steps")).append('\n');
            for (StepChange step : steps) {
                wrapped(out, DifferenceWords.step(step), 1);
            }
            out.append('\n');
        }
    }

    private void files(StringBuilder out, List<FileChange> files) {
        for (FileChange file : files) {
            out.append(style.bold(Plain.line(file.path()) + ", " + DifferenceWords.presence(file.presence()) + ": "
                    + file.consequence().label())).append('\n');
            wrapped(out, file.how(), 1);
            file.diff().lines().forEach(line -> out.append(INDENT).append(Plain.line(line.replace("\t", "    "))).append('\n'));
            out.append('\n');
        }
    }

    private static void wrapped(StringBuilder out, String text, int depth) {
        boolean first = true;
        for (String line : Wrap.lines(Plain.line(text), WIDTH - 6)) {
            out.append(INDENT.repeat(first ? depth : depth + 1)).append(line).append('\n');
            first = false;
        }
    }
}
