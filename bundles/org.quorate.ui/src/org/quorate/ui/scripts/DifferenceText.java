// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.scripts;

import java.util.ArrayList;
import java.util.List;

import org.quorate.provision.difference.DifferenceWords;
import org.quorate.provision.difference.ExportDifference;
import org.quorate.provision.difference.FileChange;

/** The files and steps that differ between two exports, as lines. Pure functions. */
final class DifferenceText {

    /** What a line is. */
    enum Kind { HEADING, PLAIN, ADDED, REMOVED, PLACE }

    /**
     * A line.
     *
     * @param kind what it is
     * @param text without a line end
     */
    record Line(Kind kind, String text) {
    }

    private DifferenceText() {
    }

    static List<Line> of(ExportDifference difference) {
        List<Line> lines = new ArrayList<>();
        names(lines, ScriptsMessages.Scripts_edited, difference.edited());
        names(lines, ScriptsMessages.Scripts_missing, difference.missing());
        names(lines, ScriptsMessages.Scripts_unknown, difference.unknown());
        for (FileChange file : difference.files()) {
            heading(lines, file.path() + ", " + DifferenceWords.presence(file.presence()) + ": " + file.consequence().label());
            file.how().lines().forEach(line -> lines.add(new Line(Kind.PLAIN, line)));
            file.diff().lines().forEach(line -> lines.add(new Line(kind(line), line)));
        }
        names(lines, ScriptsMessages.Scripts_steps, difference.steps().stream().map(DifferenceWords::step).toList());
        names(lines, ScriptsMessages.Scripts_others, difference.scripts());
        return lines;
    }

    private static void names(List<Line> lines, String title, List<String> names) {
        if (!names.isEmpty()) {
            heading(lines, title);
            names.forEach(name -> lines.add(new Line(Kind.PLAIN, name)));
        }
    }

    private static void heading(List<Line> lines, String text) {
        if (!lines.isEmpty()) {
            lines.add(new Line(Kind.PLAIN, ""));
        }
        lines.add(new Line(Kind.HEADING, text));
    }

    /** Of a line of a unified difference. */
    private static Kind kind(String line) {
        if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@")) {
            return Kind.PLACE;
        }
        return line.startsWith("+") ? Kind.ADDED : line.startsWith("-") ? Kind.REMOVED : Kind.PLAIN;
    }
}
