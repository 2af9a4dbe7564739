// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.recovery;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/**
 * What an edit did to a text, line by line, with a few lines around each change.
 *
 * @param lines   in their order
 * @param added   number of lines that are new or changed
 * @param removed number of lines that are gone or were changed
 */
public record Difference(List<Line> lines, int added, int removed) {

    /** Lines around a change that stay as they are, as {@code diff -u} has them. */
    private static final int CONTEXT = 3;
    /** Time and memory grow with the square of the changed lines; the longest sample has a tenth of these. */
    private static final int MOST_LINES = 5000;

    /** Of a line. */
    public enum Kind {
        SAME, ADDED, REMOVED,
        /** Stands for lines that are left out. */
        GAP
    }

    /** @param text without its end */
    public record Line(Kind kind, String text) {
    }

    public Difference {
        lines = List.copyOf(lines);
    }

    /** A text that is too long to be compared counts as replaced as a whole. */
    public static Difference of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        if (old.size() > MOST_LINES || now.size() > MOST_LINES) {
            return new Difference(List.of(), now.size(), old.size());
        }
        List<Line> lines = new ArrayList<>();
        int next = 0;
        int added = 0;
        int removed = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            int start = delta.getSource().getPosition();
            between(lines, old, next, start, lines.isEmpty());
            delta.getSource().getLines().forEach(line -> lines.add(new Line(Kind.REMOVED, line)));
            delta.getTarget().getLines().forEach(line -> lines.add(new Line(Kind.ADDED, line)));
            removed += delta.getSource().size();
            added += delta.getTarget().size();
            next = start + delta.getSource().size();
        }
        if (!lines.isEmpty()) {
            same(lines, old, next, Math.min(old.size(), next + CONTEXT));
        }
        return new Difference(lines, added, removed);
    }

    /** The unchanged lines between two changes, or before the first. */
    private static void between(List<Line> lines, List<String> old, int from, int to, boolean first) {
        int head = first ? from : Math.min(to, from + CONTEXT);
        int tail = Math.max(head, to - CONTEXT);
        same(lines, old, from, head);
        if (tail > head) {
            lines.add(new Line(Kind.GAP, ""));
        }
        same(lines, old, tail, to);
    }

    private static void same(List<Line> lines, List<String> old, int from, int to) {
        old.subList(from, to).forEach(line -> lines.add(new Line(Kind.SAME, line)));
    }
}
