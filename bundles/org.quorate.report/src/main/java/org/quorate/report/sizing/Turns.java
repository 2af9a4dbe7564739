// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.quorate.report.Words;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Verdict;
import org.quorate.study.search.Search;
import org.quorate.study.search.SearchWords;
import org.quorate.study.sensitivity.Answer;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.Swing;

/**
 * What would change the verdict, in sentences.
 *
 * @param results of the sizing
 */
record Turns(SizingResults results) {

    /** Inputs that are told one by one; of the others only their number. */
    private static final int MOST_INPUTS = 3;

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        results.comparison().verdict().candidates().forEach(label -> sentences.addAll(Margins.of(results.comparison().verdict(), label)));
        sentences.addAll(results.sensitivity().map(Turns::inputs).orElse(List.of("Which inputs would turn the verdict was not examined.")));
        sentences.add(nodeLess());
        results.capacity().ifPresent(search -> sentences.add(capacity(search)));
        return sentences;
    }

    private static List<String> inputs(Sensitivity sensitivity) {
        List<Swing> turning = sensitivity.swings().stream().filter(swing -> turned(sensitivity, swing.low()) || turned(sensitivity, swing.high()))
                .toList();
        List<String> sentences = new ArrayList<>();
        sensitivity.swings().stream().findFirst().filter(swing -> swing.lost() || swing.certain()).ifPresent(most -> sentences.add(
                "Measure " + most.spread().path() + " first: no other input moves the " + sensitivity.figure().title() + " as much."));
        if (sensitivity.base().failed() || sensitivity.swings().isEmpty()) {
            sentences.add("Which inputs would turn the verdict is not known: no input could be moved.");
        } else if (turning.isEmpty()) {
            int inputs = sensitivity.swings().size();
            sentences.add("The verdict is the same with the smaller and with the larger value of " + (inputs == 1 ? "the 1 input that was moved."
                    : "each of the " + inputs + " inputs that were moved."));
        }
        turning.stream().limit(MOST_INPUTS).forEach(swing -> sentences.add(input(sensitivity, swing)));
        if (turning.size() > MOST_INPUTS) {
            sentences.add("Further inputs that turn it: " + Words.and(turning.subList(MOST_INPUTS, turning.size()).stream()
                    .map(swing -> swing.spread().path()).toList()) + ".");
        }
        return sentences;
    }

    private static boolean turned(Sensitivity sensitivity, Optional<Answer> end) {
        return end.filter(answer -> !answer.failed() && !answer.verdict().equals(sensitivity.base().verdict())).isPresent();
    }

    private static String input(Sensitivity sensitivity, Swing swing) {
        List<String> ends = new ArrayList<>();
        if (turned(sensitivity, swing.low())) {
            ends.add(swing.low().orElseThrow().verdict() + " at " + swing.spread().low());
        }
        if (turned(sensitivity, swing.high())) {
            ends.add(swing.high().orElseThrow().verdict() + " at " + swing.spread().high());
        }
        return "The verdict turns with " + swing.spread().path() + ", which is " + swing.spread().base() + ": " + Words.and(ends) + ".";
    }

    private String nodeLess() {
        int nodes = results.scenario().cluster().nodes().size();
        if (nodes == 1) {
            return "The cluster has a single node: when it is gone, so is the service.";
        }
        return results.nodeLess().map(less -> nodeLess(results.comparison(), less, nodes - 1))
                .orElse("Whether the verdict holds with a node less was not examined.");
    }

    /** Whether the verdict is the same with a node less. */
    static String nodeLess(Comparison all, Comparison less, int left) {
        String with = "With one node less, " + left + (left == 1 ? " node" : " nodes") + ", ";
        return with + (same(all.verdict(), less.verdict()) ? "the verdict is the same."
                : "the verdict is another one: " + less.verdict().headline() + ".");
    }

    private static boolean same(Verdict all, Verdict less) {
        return all.outcome() == less.outcome() && Set.copyOf(all.favoured()).equals(Set.copyOf(less.favoured()));
    }

    private static String capacity(Search search) {
        SearchWords words = new SearchWords(search);
        return "All targets are met, over " + search.field() + ", by " + Words.and(search.results().stream().map(words::brief).toList()) + ".";
    }
}
