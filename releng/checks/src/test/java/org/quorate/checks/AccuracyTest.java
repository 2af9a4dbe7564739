// SPDX-License-Identifier: EPL-2.0
package org.quorate.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.cli.text.AccuracyText;
import org.quorate.cli.text.Style;
import org.quorate.study.accuracy.Accuracy;
import org.quorate.study.accuracy.AccuracySummary;
import org.quorate.study.io.AccuracyCsv;

/** The simulator is as near to real kernels as it ever was; what the product says about it is what comes out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccuracyTest {

    private static final String LIMITS = "releng/checks/accuracy-limits.csv";
    private static final String SUMMARY = "bundles/org.quorate.study/src/main/resources/org/quorate/study/accuracy/accuracy-summary.csv";
    private static final int THREADS = 2;

    private final Checkout checkout = Checkout.here();
    private Accuracy accuracy;

    /** The most that one kind of figures of one file system may be off, the fewest rows that are judged, and runs of that file system. */
    private record Limit(String fileSystem, double medianError, int misses, int judged, int runs) {
    }

    @BeforeAll
    void compareAllRuns() {
        accuracy = new QuorateApp(THREADS).checkAccuracy().check(List.of(), Progress.silent(() -> false));
    }

    @Test
    void everyRunOfTheLabIsCompared() {
        assertEquals(21, accuracy.runs().stream().filter(run -> run.matches("(uml|qemu|capture)-.*")).count());
        assertTrue(accuracy.runs().containsAll(checkout.text("releng/lab/results/index").lines().toList()));
        assertTrue(accuracy.rows().size() > 3000, accuracy.rows().size() + " rows");
    }

    /** {@code releng/checks/update-accuracy} lowers limits; only new measurements raise them. */
    @Test
    void noKindOfFiguresIsFurtherOffThanItsLimit() {
        Map<String, Limit> limits = limits();
        List<String> worse = new ArrayList<>();
        for (AccuracySummary summary : accuracy.summary()) {
            String name = summary.figureClass() + " of " + summary.fileSystem();
            Limit limit = limits.get(summary.figureClass() + "," + summary.fileSystem());
            if (limit == null) {
                worse.add(name + " has no limit");
            } else if (rounded(summary.medianError().orElse(0)) > limit.medianError() || summary.missing() > limit.misses()) {
                worse.add(name + ": median error " + rounded(summary.medianError().orElse(0)) + " and " + summary.missing()
                        + " misses, allowed are " + limit.medianError() + " and " + limit.misses());
            }
        }
        assertEquals(List.of(), worse, "see quorate accuracy --misses");
    }

    @Test
    void noRowIsLeftOut() {
        Map<String, Integer> judged = new LinkedHashMap<>();
        accuracy.summary().forEach(summary -> judged.put(summary.figureClass() + "," + summary.fileSystem(), summary.judged()));
        List<String> fewer = limits().entrySet().stream()
                .filter(limit -> judged.getOrDefault(limit.getKey(), 0) < limit.getValue().judged()).map(Map.Entry::getKey).toList();
        assertEquals(List.of(), fewer);
    }

    @Test
    void whatReportsQuoteIsWhatComesOut() {
        assertEquals(checkout.text(SUMMARY), new AccuracyCsv().summary(accuracy));
    }

    @Test
    void theReadmeQuotesTheSummary() {
        String summary = new AccuracyText(Style.PLAIN).write(accuracy, AccuracyText.Rows.NONE);
        assertTrue(checkout.text("README.md").contains("```\n" + summary + "```\n"),
                "run releng/checks/update-accuracy; the summary is now\n" + summary);
    }

    @Test
    void noRunIsLeftOut() {
        Map<String, Set<String>> runs = new TreeMap<>();
        accuracy.rows().forEach(row -> runs.computeIfAbsent(row.fileSystem(), fileSystem -> new TreeSet<>()).add(row.run()));
        Map<String, Integer> asked = new TreeMap<>();
        limits().values().forEach(limit -> asked.put(limit.fileSystem(), limit.runs()));
        Map<String, Integer> seen = new TreeMap<>();
        runs.forEach((fileSystem, names) -> seen.put(fileSystem, names.size()));
        assertEquals(asked, seen, "after new measurements: releng/checks/update-accuracy");
    }

    private Map<String, Limit> limits() {
        Map<String, Limit> limits = new LinkedHashMap<>();
        for (String line : checkout.text(LIMITS).lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            limits.put(cells[0] + "," + cells[1], new Limit(cells[1], Double.parseDouble(cells[2]), Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]), Integer.parseInt(cells[5])));
        }
        return limits;
    }

    /** As the summary is written: a limit is one of its numbers. */
    private static double rounded(double error) {
        return new java.math.BigDecimal(error).setScale(4, java.math.RoundingMode.HALF_EVEN).doubleValue();
    }
}
