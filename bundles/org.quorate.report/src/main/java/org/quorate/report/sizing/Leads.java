// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Difference;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;

/**
 * By how much candidates differ in the figures that decide, in sentences that are made of the paired differences.
 *
 * @param comparison whose
 */
record Leads(Comparison comparison) {

    /** A sentence or two for each figure and pair of candidates. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        List<String> labels = comparison.verdict().candidates();
        for (Figure figure : List.of(Figure.MIX_LATENCY, Figure.LOCK_MEMORY)) {
            for (int i = 0; i < labels.size(); i++) {
                for (int j = i + 1; j < labels.size(); j++) {
                    sentences.add(sentence(figure, labels.get(i), labels.get(j)));
                }
            }
        }
        return sentences;
    }

    private String sentence(Figure figure, String first, String second) {
        Optional<Difference> difference = comparison.differences().stream().filter(candidate -> candidate.figure() == figure
                && candidate.first().equals(first) && candidate.second().equals(second)).findFirst();
        return figure.title() + ": " + difference.map(Leads::of).orElseGet(() -> first + " and " + second
                + " cannot be compared, because not both have such a figure.");
    }

    private static String of(Difference difference) {
        Interval absolute = difference.absolute();
        if (absolute.mean() == 0 && absolute.halfWidth() == 0) {
            return difference.first() + " and " + difference.second() + " are equal.";
        }
        String size = size(difference);
        if (!difference.significant()) {
            return "the difference of " + difference.first() + " to " + difference.second() + " is " + size
                    + ". The interval holds 0: neither of the two leads.";
        }
        String leader = absolute.mean() < 0 ? difference.first() : difference.second();
        return "the difference of " + difference.first() + " to " + difference.second() + " is " + size
                + ". The interval excludes 0: " + leader + " leads.";
    }

    /** As a share of the second one, or what it is if that has nothing. */
    private static String size(Difference difference) {
        return difference.relative().map(relative -> Quantity.of(Unit.CHANGE, relative).text()).orElseGet(() -> Quantity.of(
                difference.figure() == Figure.MIX_LATENCY ? Unit.TIME : Unit.BYTES, difference.absolute()).text());
    }
}
