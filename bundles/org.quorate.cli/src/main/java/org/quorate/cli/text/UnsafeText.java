// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quorate.study.unsafe.Complaint;
import org.quorate.study.unsafe.Conflict;
import org.quorate.study.unsafe.Damage;
import org.quorate.study.unsafe.LossKind;
import org.quorate.study.unsafe.LossPoint;
import org.quorate.study.unsafe.UnsafeResult;
import org.quorate.study.unsafe.UnsafeWords;

/** What became of a local file system that several nodes mounted, as text. Thread-safe. */
public final class UnsafeText {

    private static final int WIDTH = 100;
    private static final String GAP = "  ";

    private final Style style;

    /** Text in that style. */
    public UnsafeText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(UnsafeResult result) {
        StringBuilder out = new StringBuilder();
        line(out, style.dim(Plain.line(result.title())));
        line(out, style.bold(Plain.line(UnsafeWords.headline(result))));
        paragraph(out, "", UnsafeWords.explanation(result));
        section(out, "First writes that destroyed another node's, by kind of block");
        firsts(out, result);
        section(out, "Lost if all nodes stop then: updates of metadata, and reads that were stale");
        updates(out, result);
        section(out, "Files that any node changed, and what became of them");
        files(out, result);
        section(out, "What " + UnsafeWords.checker(result) + " would complain about at the end");
        complaints(out, result);
        section(out, "What to do instead");
        UnsafeWords.advice(result).forEach(advice -> paragraph(out, "- ", advice));
        out.append('\n');
        paragraph(out, "", UnsafeWords.limits(result) + ".");
        line(out, style.dim(Plain.line("scenario " + result.scenario() + ", seed " + result.seed() + ", quorate " + result.quorateVersion())));
        return out.toString();
    }

    private void firsts(StringBuilder out, UnsafeResult result) {
        if (result.firsts().isEmpty()) {
            paragraph(out, GAP, "There was none.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Conflict conflict : result.firsts()) {
            rows.add(List.of(UnsafeWords.when(result, conflict), UnsafeWords.block(conflict), UnsafeWords.what(result, conflict)));
        }
        int when = width(rows, 0);
        int block = width(rows, 1);
        for (List<String> row : rows) {
            List<String> lines = Wrap.lines(Plain.line(row.get(2)), WIDTH - when - block - 3 * GAP.length());
            for (int i = 0; i < lines.size(); i++) {
                String left = i > 0 ? " ".repeat(when + GAP.length() + block) : " ".repeat(when - row.get(0).length()) + row.get(0) + GAP
                        + row.get(1) + " ".repeat(block - row.get(1).length());
                line(out, GAP + left + GAP + lines.get(i));
            }
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private void updates(StringBuilder out, UnsafeResult result) {
        List<String> header = new ArrayList<>(List.of("after", "made", "lost"));
        for (LossKind kind : LossKind.values()) {
            header.add(kind.title());
        }
        header.addAll(List.of("stale reads", "lost if power fails"));
        List<List<String>> rows = new ArrayList<>(List.of(header));
        for (LossPoint point : result.points()) {
            List<String> row = new ArrayList<>(List.of(UnsafeWords.time(point.nanos()), Long.toString(point.updates()),
                    Long.toString(point.lostUpdates())));
            point.lost().values().forEach(number -> row.add(Long.toString(number)));
            row.add(Long.toString(point.staleReads()));
            row.add(point.crash().lost() + " of " + point.crash().updates());
            rows.add(row);
        }
        Columns.write(out, style, rows, Set.of());
    }

    private void files(StringBuilder out, UnsafeResult result) {
        LossPoint end = result.end();
        List<List<String>> rows = new ArrayList<>(List.of(List.of("after", "changed", "damaged", "share")));
        for (LossPoint point : result.points()) {
            rows.add(List.of(UnsafeWords.time(point.nanos()), Long.toString(point.files()), Long.toString(point.damagedFiles()),
                    point.files() == 0 ? "-" : Math.round(100.0 * point.damagedFiles() / point.files()) + " %"));
        }
        Columns.write(out, style, rows, Set.of());
        int width = Long.toString(end.damagedFiles()).length();
        for (Map.Entry<Damage, Long> entry : end.damaged().entrySet()) {
            if (entry.getValue() > 0) {
                String number = Long.toString(entry.getValue());
                line(out, GAP + "at the end " + " ".repeat(width - number.length()) + number + GAP + entry.getKey().title());
            }
        }
    }

    private void complaints(StringBuilder out, UnsafeResult result) {
        List<Map.Entry<Complaint, Long>> found = result.complaints().entrySet().stream().filter(entry -> entry.getValue() > 0).toList();
        int width = found.stream().mapToInt(entry -> number(entry).length()).max().orElse(0);
        found.forEach(entry -> line(out, GAP + " ".repeat(width - number(entry).length()) + number(entry) + GAP
                + UnsafeWords.complaint(result, entry.getKey())));
        paragraph(out, GAP, found.isEmpty() ? "Nothing. " + UnsafeWords.aboutComplaints() : UnsafeWords.aboutComplaints());
    }

    private static String number(Map.Entry<Complaint, Long> entry) {
        return entry.getValue() + " " + entry.getKey().unit();
    }

    private void section(StringBuilder out, String title) {
        out.append('\n');
        line(out, style.bold(title));
    }

    private static void paragraph(StringBuilder out, String indent, String text) {
        String start = indent;
        for (String part : Wrap.lines(Plain.line(text), WIDTH - indent.length())) {
            line(out, start + part);
            start = " ".repeat(indent.length());
        }
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append('\n');
    }
}
