// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.quorate.report.Comparisons;
import org.quorate.report.document.Language;
import org.quorate.report.language.Translator;
import org.quorate.study.map.MapFigure;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Figure;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Basis;
import org.quorate.study.result.Verdict.FigureResult;
import org.quorate.study.result.Verdict.Outcome;
import org.quorate.study.sensitivity.Answer;
import org.quorate.study.sensitivity.Sensitivity;
import org.quorate.study.sensitivity.Swing;
import org.quorate.study.sweep.FieldSpread;

class TurnsTest {

    private static final Optional<Answer> SAME = Optional.of(answer("gfs2"));
    private static final Optional<Answer> OTHER = Optional.of(answer("ocfs2"));
    private static final Optional<Answer> FAILED = Optional.of(new Answer("failed: stuck", true, Optional.empty(), Optional.empty()));

    private static Answer answer(String verdict) {
        return new Answer(verdict, false, Optional.of(new Interval(2, 0.1)), Optional.of(new Interval(1, 0.1)));
    }

    private static Swing swing(String path, Optional<Answer> low, Optional<Answer> high) {
        return new Swing(new FieldSpread(path, "2", "1", "4", List.of(path)), low, high, 1, false, low.equals(OTHER) || high.equals(OTHER), false);
    }

    private static List<String> inputs(Answer base, Swing... swings) throws IOException {
        SizingResults usual = Sizings.webSessions();
        Sensitivity sensitivity = new Sensitivity(Sensitivity.FORMAT, "web-sessions", "t", "1", OptionalLong.of(1), OptionalInt.of(5),
                OptionalDouble.of(0.95), new MapFigure(Figure.MIX_LATENCY, Optional.empty(), Optional.empty()), "ocfs2", "gfs2", base,
                List.of(swings), List.of());
        List<String> sentences = new Turns(Sizings.with(usual, usual.comparison(), Optional.empty(), Optional.empty(), Optional.of(sensitivity)))
                .sentences();
        List<String> inputs = sentences.subList(0, sentences.size() - 1);
        Translator.of(Language.GERMAN).telling(text -> assertEquals("", text, "has no translation")).text(String.join(" ", inputs));
        return inputs;
    }

    @Test
    void theVerdictIsTheSameOnlyWhereBothValuesWereTried() throws IOException {
        assertEquals(List.of("The verdict is the same with the smaller and with the larger value of each of 2 inputs that were moved."),
                inputs(SAME.get(), swing("a", SAME, SAME), swing("b", SAME, SAME)));
        for (Optional<Answer> missing : List.of(Optional.<Answer>empty(), FAILED)) {
            assertEquals(List.of("The verdict is the same with the smaller and with the larger value of 1 input that was moved.",
                    "Whether 1 input turns the verdict is not known: not both values were tried, or a run failed."),
                    inputs(SAME.get(), swing("a", SAME, SAME), swing("b", SAME, missing)));
            assertEquals(List.of("Whether 2 inputs turn the verdict is not known: not both values were tried, or a run failed."),
                    inputs(SAME.get(), swing("a", missing, SAME), swing("b", missing, missing)));
            assertEquals(List.of("The verdict turns with a, which is 2: ocfs2 at 1.",
                    "Whether 1 input turns the verdict is not known: not both values were tried, or a run failed."),
                    inputs(SAME.get(), swing("a", OTHER, missing), swing("b", SAME, missing), swing("c", SAME, SAME)));
        }
    }

    @Test
    void withoutAnAnswerToCompareWithNothingTurns() throws IOException {
        assertEquals(List.of("Which inputs would turn the verdict is not known: the run with the values of the scenario failed."),
                inputs(FAILED.get(), swing("a", OTHER, SAME)));
        assertEquals(List.of("Which inputs would turn the verdict is not known: no input could be moved."), inputs(SAME.get()));
    }

    @Test
    void whatCannotBeCarriedMovesNothingThatCouldBeMeasured() throws IOException {
        FieldSpread spread = swing("a", SAME, SAME).spread();
        assertTrue(inputs(SAME.get(), new Swing(spread, SAME, SAME, 5, true, false, true), new Swing(spread, SAME, SAME, 9, true, false, true))
                .contains("Measure a first: at one of its values a file system cannot carry the load."));
        List<String> certain = inputs(SAME.get(), new Swing(spread, SAME, SAME, 5, false, false, true));
        assertTrue(certain.get(0).startsWith("Measure a first: no other input moves the "), certain.get(0));
        assertFalse(inputs(SAME.get(), swing("a", SAME, SAME)).get(0).startsWith("Measure"));
    }

    private static Comparison tradeOff(String latency, String memory) {
        return Comparisons.webSessions().comparison(new Verdict(Basis.FIGURES, Outcome.TRADE_OFF, List.of("ocfs2", "gfs2"), List.of("ocfs2", "gfs2"),
                List.of(), List.of(new FigureResult(Figure.MIX_LATENCY, List.of(latency)), new FigureResult(Figure.LOCK_MEMORY, List.of(memory))),
                "trade-off: " + latency + " for latency, " + memory + " for lock memory", "So."));
    }

    @Test
    void aTradeOffThatIsReversedIsAnotherVerdict() {
        Comparison one = tradeOff("ocfs2", "gfs2");
        Comparison other = tradeOff("gfs2", "ocfs2");
        assertEquals("With one node less, 1 node, the verdict is the same.", Turns.nodeLess(one, one, 1));
        assertEquals("With one node less, 2 nodes, the verdict is another one: trade-off: gfs2 for latency, ocfs2 for lock memory.",
                Turns.nodeLess(one, other, 2));
        assertEquals("With one node less, 2 nodes, the verdict is another one: trade-off: ocfs2 for latency, gfs2 for lock memory.",
                Turns.nodeLess(other, one, 2));
    }
}
