// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quorate.model.LocalSpec;
import org.quorate.report.chart.LineChart;
import org.quorate.report.document.Figure;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.html.HtmlReport;
import org.quorate.study.unsafe.BlockKind;
import org.quorate.study.unsafe.Complaint;
import org.quorate.study.unsafe.Conflict;
import org.quorate.study.unsafe.CrashFigures;
import org.quorate.study.unsafe.Damage;
import org.quorate.study.unsafe.LossKind;
import org.quorate.study.unsafe.LossPoint;
import org.quorate.study.unsafe.UnsafeResult;

class UnsafeReportTest {

    private static final long SECOND = 1_000_000_000L;
    private static final ReportContext CONTEXT = new ReportContext(LocalDate.of(2026, 11, 27),
            List.of("quorate", "unsafe", "a<b>.yaml", "--report", "my dir"));

    private static LossPoint point(long nanos, long inodes, long names) {
        return new LossPoint(nanos, 500, 40, 11, 4321, Map.of(LossKind.INODE, inodes, LossKind.NAME, names, LossKind.ALLOCATION, 0L,
                LossKind.COUNT, 0L), 70, Map.of(Damage.NAME_LOST, names, Damage.CHANGE_LOST, 1L), 9, 8, new CrashFigures(4, 1, 300, 200));
    }

    private static UnsafeResult result(List<Conflict> firsts) {
        return new UnsafeResult(UnsafeResult.FORMAT, "test", "A <title>", "1", 7, LocalSpec.Kind.EXT4, List.of("n<1>", "n2"), 60 * SECOND,
                firsts, Map.of(BlockKind.LOG, 12L), List.of(point(10 * SECOND, 3, 2), point(60 * SECOND, 30, 17)),
                Map.of(Complaint.UNATTACHED, 5L, Complaint.COUNTS, 0L));
    }

    private static String page(UnsafeResult result) {
        return new HtmlReport(new ChartPainter()).render(UnsafeReport.document(result, CONTEXT));
    }

    @Test
    void thePageWarnsAndNamesWhatWasDestroyed() {
        String page = page(result(List.of(new Conflict(6 * SECOND, BlockKind.LOG, 0, 1, 0, 97),
                new Conflict(60 * SECOND, BlockKind.SUPERBLOCK, 0, 0, 1, 1))));
        for (String words : List.of("18 of 70 changed files are damaged", "n2 wrote over 97 blocks of n&lt;1&gt;", "at unmount",
                "Unattached inode", "e2fsck -fn", "200 of 300 changes", "mmp", "my dir")) {
            assertTrue(page.contains(words), words);
        }
        assertFalse(page.contains("<title>A <title>") || page.contains("n<1>"), "names are escaped");
        assertFalse(page.contains("count wrong for group"), "what is not found is not listed");
    }

    @Test
    void theChartHasALineForEachKindFromZero() {
        List<LineChart> charts = UnsafeReport.document(result(List.of()), CONTEXT).blocks().stream().filter(Figure.class::isInstance)
                .map(block -> (LineChart) ((Figure) block).chart()).toList();
        assertEquals(List.of("lost-updates", "damaged-files"), charts.stream().map(LineChart::id).toList());
        LineChart lost = charts.get(0);
        assertEquals(List.of(LossKind.values()).stream().map(LossKind::title).toList(),
                lost.series().stream().map(LineChart.Series::name).toList());
        assertEquals(List.of(0.0, 3.0, 30.0), lost.series().get(0).points().stream().map(LineChart.Point::y).toList());
        assertTrue(lost.x().high() > 60.0 * SECOND && lost.x().high() < 65.0 * SECOND, "room for the last marker: " + lost.x());
    }

    @Test
    void nothingLostIsAPageToo() {
        UnsafeResult calm = new UnsafeResult(UnsafeResult.FORMAT, "test", "t", "1", 7, LocalSpec.Kind.XFS, List.of("a", "b"), SECOND,
                List.of(), Map.of(), List.of(new LossPoint(SECOND, 0, 0, 0, 0, Map.of(LossKind.INODE, 0L, LossKind.NAME, 0L,
                        LossKind.ALLOCATION, 0L, LossKind.COUNT, 0L), 0, Map.of(Damage.NAME_LOST, 0L), 0, 0, new CrashFigures(0, 0, 0, 0))),
                Map.of());
        assertTrue(page(calm).contains("no write has destroyed another node&#39;s yet") || page(calm).contains("no write has destroyed"));
    }
}
