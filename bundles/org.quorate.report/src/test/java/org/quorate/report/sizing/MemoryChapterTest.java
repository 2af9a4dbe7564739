// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quorate.model.Bytes;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.report.Comparisons;
import org.quorate.report.Scenarios;
import org.quorate.report.document.Notice;
import org.quorate.study.result.Interval;

class MemoryChapterTest {

    private static final double GIB = 1L << 30;

    private static NodeRam ram(double memory, double pageCache, double locks, double files) {
        Node node = new Node("n1", "10.0.0.1", 1, 4, new Bytes((long) (memory * GIB)), new Bytes((long) (pageCache * GIB)));
        return new NodeRam(node, node.memory().value() - node.pageCache().value(), new Interval(locks * GIB, 0.5 * GIB), 0, 1, files * GIB);
    }

    @Test
    void thePlannedMemoryIsBoughtIfItHoldsTheUpperEnd() {
        NodeRam enough = ram(16, 12, 4, 7.5);
        assertEquals(15.5 * GIB, enough.sum().mean());
        assertTrue(enough.enough());
        assertEquals(16 * GIB, enough.toBuy());
        assertEquals(0.5 * GIB, enough.headroom().mean());
        NodeRam tight = ram(16, 12, 4, 7.6);
        assertFalse(tight.enough(), "the upper end of the interval counts");
        assertEquals(24 * GIB, tight.toBuy(), "sizes of equal modules: 16, 24, 32 GiB");
        assertEquals(32 * GIB, ram(16, 12, 25, 0).toBuy());
    }

    @Test
    void filesThatFindNoRoomAreNotBought() {
        NodeRam large = ram(16, 12, 1, 100);
        assertTrue(large.reread());
        assertEquals(12 * GIB, large.cachedFiles());
    }

    /** 1500 sessions of a page each, 3000 pages of 3 pages each, 300 uploads of 38 pages each; every node uses all of them. */
    @Test
    void theWorkingSetIsThatOfTheScenario() throws IOException {
        Scenario scenario = Scenarios.sample("web-sessions");
        WorkingSet set = new WorkingSet(scenario, scenario.cluster().nodes().get(0));
        assertEquals(4800, set.files());
        assertEquals((1500 + 3000 * 3 + 300 * 38) * 4096.0, set.bytes());
    }

    @Test
    void locksGrowToAllFilesThatANodeUses() throws IOException {
        // The made-up node has 4800 inodes cached, which are all files; with a third of them, three times the locks come in the end.
        NodeRam whole = RamPlan.of(Scenarios.sample("web-sessions"), Comparisons.webSessions().comparison().contender("ocfs2")).nodes().get(0);
        assertEquals(1, whole.growth());
        assertEquals(9.5e6, whole.locks().mean());
        NodeRam third = RamPlan.of(Scenarios.sample("web-sessions"), Comparisons.webSessions().withScale(1 / 3.0).comparison().contender("ocfs2"))
                .nodes().get(0);
        assertEquals(3, third.growth(), 1e-9);
        assertEquals(9.5e6, third.locks().mean(), 1);
    }

    @Test
    void theWordsTurnWhenMemoryIsShort() throws IOException {
        SizingResults usual = Sizings.webSessions();
        List<Notice> enough = notices(usual);
        assertEquals(List.of("ocfs2: 16 GiB a node, as planned", "gfs2: 16 GiB a node, as planned"), enough.stream().map(Notice::title).toList());
        SizingResults huge = Sizings.of(usual.scenario(), Comparisons.webSessions().withScale(2000).comparison());
        List<Notice> shortOf = notices(huge);
        assertTrue(shortOf.stream().allMatch(notice -> notice.kind() == Notice.Kind.WARNING && notice.title().endsWith("more than planned")));
        assertTrue(shortOf.get(0).text().startsWith("The planned memory does not hold the sum on 3 of 3 nodes."), shortOf.get(0).text());
    }

    private static List<Notice> notices(SizingResults results) {
        return new MemoryChapter(Evidence.of(results)).blocks().stream().filter(Notice.class::isInstance).map(Notice.class::cast).toList();
    }
}
