// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.List;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.TargetResult;
import org.quorate.study.text.TargetText;

/**
 * The verdict with its reason, and how each candidate stands to each target.
 *
 * @param style emphasis
 */
record VerdictLines(Style style) {

    private static final int WIDTH = 96;

    void write(Comparison comparison, StringBuilder out) {
        Verdict verdict = comparison.verdict();
        out.append('\n').append(style.bold("Verdict: " + Plain.line(verdict.headline()))).append('\n');
        Wrap.lines(Plain.line(verdict.reason()), WIDTH).forEach(line -> out.append("  ").append(line).append('\n'));
        targets(verdict.targets(), out);
    }

    private static void targets(List<TargetResult> targets, StringBuilder out) {
        for (TargetResult target : targets) {
            String stands = switch (target.standing()) {
                case MEETS -> "meets";
                case MISSES -> "MISSES";
                case NEITHER -> "is not sure to meet";
            };
            String line = target.label() + " " + stands + " " + target.target()
                    + target.value().map(value -> ": " + TargetText.value(target.figure(), value)).orElse("")
                    + target.phase().map(phase -> ", phase " + phase).orElse("");
            out.append("  - ").append(Plain.line(line)).append('\n');
        }
    }
}
