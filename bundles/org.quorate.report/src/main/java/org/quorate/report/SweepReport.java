// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.quorate.report.document.Block;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.ReportDocument;
import org.quorate.study.sweep.PointContender;
import org.quorate.study.sweep.Sweep;
import org.quorate.study.sweep.SweepField;
import org.quorate.study.sweep.SweepPoint;

/** Makes the report on a sweep. Pure functions. */
public final class SweepReport {

    private SweepReport() {
    }

    /**
     * The report.
     *
     * @param sweep   what was found
     * @param context date and command
     */
    public static ReportDocument document(Sweep sweep, ReportContext context) {
        List<Block> blocks = new ArrayList<>(content(sweep));
        blocks.addAll(ReproductionBlocks.again(context, "The same scenario, values, seed and version give the same figures, to the last digit."));
        return new ReportDocument(sweep.title(), "Sweep over " + Words.and(SweepField.titles(sweep.fields())),
                PointsBlocks.about(context, sweep.quorateVersion(), sweep.scenario(), "Points", sweep.points().size(), sweep.seed(),
                        sweep.replications()), blocks);
    }

    /** What it says, without how to make it again. */
    public static List<Block> content(Sweep sweep) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(2, "summary", "Summary"));
        blocks.add(fields(sweep));
        blocks.add(verdicts(sweep));
        blocks.addAll(warnings(sweep));
        SweepCharts charts = new SweepCharts(sweep);
        blocks.add(new Heading(2, "charts", "Charts"));
        blocks.add(new Paragraph("The strokes through each point, or the bands around lines of many points, are the "
                + PointsBlocks.interval(sweep.confidence()) + ". All charts of one figure have the same upright axis. Where a file system cannot carry"
                + " the load, or a run failed, there is no point." + charts.leftOut()));
        blocks.addAll(charts.figures());
        blocks.add(new Heading(2, "tables", "Every point"));
        blocks.addAll(new SweepTables(sweep).tables());
        return blocks;
    }

    private static KeyValues fields(Sweep sweep) {
        return new KeyValues(sweep.fields().stream()
                .map(field -> new KeyValues.Entry(field.path(), String.join(", ", field.values()))).toList());
    }

    /** At how many points which verdict was given. */
    private static Notice verdicts(Sweep sweep) {
        Map<String, Integer> counts = new TreeMap<>();
        sweep.points().forEach(point -> point.outcome().ifPresent(outcome -> counts.merge(outcome.headline(), 1, Integer::sum)));
        List<String> parts = counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " at " + (counts.size() == 1 && entry.getValue() == sweep.points().size() ? "every point"
                        : entry.getValue().toString())).toList();
        return new Notice(Notice.Kind.VERDICT, String.format(Locale.ROOT, "Verdicts at %d points", sweep.points().size()),
                parts.isEmpty() ? "There is none." : Words.and(parts) + ".");
    }

    private static List<Notice> warnings(Sweep sweep) {
        List<Notice> notices = new ArrayList<>();
        for (String label : sweep.contenders()) {
            List<SweepPoint> full = sweep.points().stream().filter(point -> point.contender(label)
                    .flatMap(PointContender::saturated).isPresent()).toList();
            if (!full.isEmpty()) {
                SweepPoint first = full.get(0);
                notices.add(PointsBlocks.saturated(label, full.size(), sweep.points().size(), SweepPoint.name(sweep.fields(), first.values())
                        + "; " + first.contender(label).flatMap(PointContender::saturated).orElse("")));
            }
            if (sweep.points().stream().flatMap(point -> point.contender(label).stream()).anyMatch(PointContender::unsafe)) {
                notices.add(PointsBlocks.unsafe(label, "points"));
            }
        }
        if (sweep.failures() > 0) {
            notices.add(PointsBlocks.failed(sweep.failures(), "the tables say which."));
        }
        return notices;
    }
}
