// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quorate.model.Operation;
import org.quorate.study.result.Comparison;
import org.quorate.study.result.Verdict;
import org.quorate.study.result.Verdict.Basis;
import org.quorate.study.result.Verdict.Outcome;

/** Comparisons at the edges, each of which a report must be able to show. */
public final class Cases {

    /** Everything that a careless renderer trips over. */
    public static final String HOSTILE = "<script>alert('x')</script> \"q\" ' & &lt;b&gt; ]]> --> $(id) `id` ; "
            + "\u0000\u001b[31m "
            + "\u202eevil\u202c \ud800 漢字 😀 مرحبا " + "endless".repeat(60);

    private Cases() {
    }

    /** By name, in a fixed order. */
    public static Map<String, Comparison> all() {
        Comparisons usual = Comparisons.webSessions();
        Map<String, Comparison> cases = new LinkedHashMap<>();
        cases.put("usual", usual.comparison());
        cases.put("no significant difference", usual.withSpread(0.5).comparison());
        cases.put("one saturated", usual.withSaturated("ocfs2").comparison());
        cases.put("all saturated", usual.withSaturated("ocfs2", "gfs2", "ext4-local").comparison());
        cases.put("one contender", usual.withLabels("ocfs2").comparison());
        cases.put("only a baseline", usual.withLabels("ext4-local").comparison(nothing()));
        cases.put("five contenders", usual.withLabels("ocfs2", "ocfs2-pcmk", "gfs2", "gfs2-nobarrier", "ext4-local")
                .comparison());
        cases.put("12 operations, 3 phases", usual.withOperations(Arrays.asList(Operation.values()).subList(0, 12))
                .withPhases("fill", "traffic", "clean up").comparison());
        cases.put("one operation", usual.withOperations(List.of(Operation.STAT)).comparison());
        cases.put("64 nodes", usual.withNodes(IntStream.range(1, 65).mapToObj(i -> "node" + i).toList()).comparison());
        cases.put("zero", usual.withScale(0).comparison());
        cases.put("tiny", usual.withScale(1e-6).comparison());
        cases.put("huge", usual.withScale(1e9).comparison());
        cases.put("exact", usual.withSpread(0).comparison());
        cases.put("hostile", usual.withTitle("web-sessions", HOSTILE).withLabels(HOSTILE, "gfs2" + HOSTILE,
                "ext4" + HOSTILE).withNodes(List.of(HOSTILE, "n2")).withPhases(HOSTILE, "b").comparison());
        cases.put("nothing at all", usual.withLabels().withPhases().comparison(nothing()));
        return cases;
    }

    private static Verdict nothing() {
        return new Verdict(Basis.FIGURES, Outcome.NOTHING_TO_COMPARE, List.of(), List.of(), List.of(), List.of(),
                "nothing to compare", "The scenario has no cluster file system to judge.");
    }
}
