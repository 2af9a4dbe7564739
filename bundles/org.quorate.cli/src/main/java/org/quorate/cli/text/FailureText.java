// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quorate.study.failure.ContenderFailure;
import org.quorate.study.failure.Failure;
import org.quorate.study.failure.FailureAdvice;
import org.quorate.study.failure.NodeOutage;
import org.quorate.study.failure.Step;
import org.quorate.study.failure.TimelineStep;

/**
 * A failure as text: for each file system the steps in their order, each with its reason and the setting that moves it, then what the
 * operations of each node go through; last what to do. Thread-safe.
 */
public final class FailureText {

    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    private final Style style;

    /** Text in that style. */
    public FailureText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(Failure failure) {
        StringBuilder out = new StringBuilder();
        out.append(style.bold(Plain.line(failure.title()))).append('\n').append(Plain.line(failure.headline())).append(" (")
                .append(failure.kind().meaning()).append(")\n");
        failure.contenders().forEach(contender -> contender(out, contender));
        advice(out, failure.advice());
        out.append('\n').append(style.dim(Plain.line("scenario " + failure.scenario() + ", seed " + failure.seed() + ", median (least to most) of "
                + failure.replications() + " phases of all timers, quorate " + failure.quorateVersion()))).append('\n');
        return out.toString();
    }

    private void contender(StringBuilder out, ContenderFailure contender) {
        out.append('\n').append(style.bold(Plain.line(contender.label()) + ": " + contender.stack())).append('\n');
        for (TimelineStep timed : contender.steps()) {
            Step step = timed.step();
            String share = timed.share() < 1 ? ", in " + percent(timed.share()) : "";
            out.append(INDENT).append(style.bold(timed.at().text() + share)).append('\n');
            indented(out, step.who() + ": " + step.sentence());
            StringBuilder why = new StringBuilder(step.why());
            if (!step.setting().isEmpty()) {
                why.append("; set by ").append(step.setting());
            }
            if (!step.source().isEmpty()) {
                why.append(" [").append(step.source()).append(']');
            }
            for (String line : Wrap.lines(Plain.line(why.toString()), WIDTH - 6)) {
                out.append(INDENT.repeat(3)).append(style.dim(line)).append('\n');
            }
        }
        out.append(INDENT).append(style.bold("Operations that need a lock or the LUN")).append('\n');
        nodes(out, contender.nodes());
        contender.longestStall().ifPresent(stall -> indented(out, "longest stall: " + stall.text()));
    }

    /** Nodes that fare alike stand on one line. */
    private static void nodes(StringBuilder out, List<NodeOutage> nodes) {
        List<NodeOutage> left = new ArrayList<>(nodes);
        while (!left.isEmpty()) {
            String fate = fate(left.get(0));
            List<NodeOutage> alike = left.stream().filter(node -> fate(node).equals(fate)).toList();
            left.removeAll(alike);
            indented(out, String.join(", ", alike.stream().map(NodeOutage::node).toList()) + ": " + fate);
        }
    }

    private static String fate(NodeOutage node) {
        String until = switch (node.end()) {
            case RESUMED -> ", after " + node.to().orElseThrow().text();
            case ERRORS, CORRUPT -> node.to().map(to -> ", from " + to.text()).orElse("");
            case UNAFFECTED, DOWN, BLOCKED -> "";
        };
        return node.end().title() + until + (node.share() < 1 ? ", in " + percent(node.share()) : "");
    }

    private void advice(StringBuilder out, List<FailureAdvice> advice) {
        if (advice.isEmpty()) {
            return;
        }
        out.append('\n').append(style.bold("What to do")).append('\n');
        for (FailureAdvice item : advice) {
            String start = (item.danger() ? "DANGER, " : "") + item.contender() + ": ";
            String setting = item.setting().isEmpty() ? "" : " [" + item.setting() + "]";
            boolean first = true;
            for (String line : Wrap.lines(Plain.line(start + item.text() + setting), WIDTH - 4)) {
                out.append(first ? "  - " : "    ").append(line).append('\n');
                first = false;
            }
        }
    }

    private static void indented(StringBuilder out, String text) {
        boolean first = true;
        for (String line : Wrap.lines(Plain.line(text), WIDTH - 6)) {
            out.append(INDENT.repeat(first ? 2 : 3)).append(line).append('\n');
            first = false;
        }
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %% of the replications", Math.min(99, Math.max(1, share * 100)));
    }
}
