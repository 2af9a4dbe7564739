// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.report.Words;
import org.quorate.study.result.Comparison;
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
        if (sensitivity.base().failed()) {
            return List.of("Which inputs would turn the verdict is not known: the run with the values of the scenario failed.");
        }
        if (sensitivity.swings().isEmpty()) {
            return List.of("Which inputs would turn the verdict is not known: no input could be moved.");
        }
        List<Swing> turning = sensitivity.swings().stream().filter(swing -> turned(sensitivity, swing.low()) || turned(sensitivity, swing.high()))
                .toList();
        List<String> sentences = new ArrayList<>();
        sensitivity.swings().stream().findFirst().filter(swing -> swing.lost() || swing.certain()).ifPresent(most -> sentences.add(
                "Measure " + most.spread().path() + " first: " + (most.lost() ? "at one of its values a file system cannot carry the load."
                        : "no other input moves the " + sensitivity.figure().title() + " as much.")));
        turning.stream().limit(MOST_INPUTS).forEach(swing -> sentences.add(input(sensitivity, swing)));
        if (turning.size() > MOST_INPUTS) {
            sentences.add("Further inputs that turn it: " + Words.and(turning.subList(MOST_INPUTS, turning.size()).stream()
                    .map(swing -> swing.spread().path()).toList()) + ".");
        }
        sentences.addAll(others(sensitivity.swings().stream().filter(swing -> !turning.contains(swing)).toList(), turning.isEmpty()));
        return sentences;
    }

    /** Of inputs that did not turn the verdict: with which that is sure, if there are no others, and with how many it is not. */
    private static List<String> others(List<Swing> staying, boolean all) {
        List<String> sentences = new ArrayList<>();
        int sure = (int) staying.stream().filter(Swing::whole).count();
        if (all && sure > 0) {
            sentences.add("The verdict is the same with the smaller and with the larger value of " + (sure == 1 ? "1 input that was moved."
                    : "each of " + sure + " inputs that were moved."));
        }
        int open = staying.size() - sure;
        if (open > 0) {
            sentences.add("Whether " + (open == 1 ? "1 input turns" : open + " inputs turn")
                    + " the verdict is not known: not both values were tried, or a run failed.");
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

    /** Whether the verdict is the same with a node less: its headline also says who leads in what, where each leads in something. */
    static String nodeLess(Comparison all, Comparison less, int left) {
        String with = "With one node less, " + left + (left == 1 ? " node" : " nodes") + ", ";
        return with + (all.verdict().headline().equals(less.verdict().headline()) ? "the verdict is the same."
                : "the verdict is another one: " + less.verdict().headline() + ".");
    }

    private static String capacity(Search search) {
        SearchWords words = new SearchWords(search);
        return "All targets are met, over " + search.field() + ", by " + Words.and(search.results().stream().map(words::brief).toList()) + ".";
    }
}
