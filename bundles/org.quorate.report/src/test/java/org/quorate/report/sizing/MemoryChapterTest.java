// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quorate.model.Bytes;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.model.SlabCache;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioWriter;
import org.quorate.report.Comparisons;
import org.quorate.report.Designs;
import org.quorate.report.Scenarios;
import org.quorate.report.document.Items;
import org.quorate.report.document.Notice;
import org.quorate.study.result.ContenderResult;
import org.quorate.study.result.Interval;
import org.quorate.study.result.MemoryTimeline;

class MemoryChapterTest {

    private static final double GIB = 1L << 30;

    private static NodeRam ram(double memory, double pageCache, double locks, double files) {
        Node node = new Node("n1", "10.0.0.1", 1, 4, new Bytes((long) (memory * GIB)), new Bytes((long) (pageCache * GIB)));
        return new NodeRam(node, node.memory().value() - node.pageCache().value(), new Interval(locks * GIB, 0.5 * GIB), 0, 0, files * GIB);
    }

    /** With another memory, and no more for the system in it. */
    private static NodeRam bought(NodeRam planned, double memory) {
        Node node = planned.node();
        return new NodeRam(new Node(node.name(), node.address(), node.number(), node.cores(), new Bytes((long) memory),
                new Bytes((long) (memory - planned.system()))), planned.system(), planned.locks(), planned.objects(), planned.uncached(), planned.files());
    }

    @Test
    void locksTakeFromThePageCacheAndTheUpperEndCounts() {
        NodeRam enough = ram(16, 12, 11.5, 0);
        assertTrue(enough.enough());
        assertEquals(16 * GIB, enough.toBuy());
        assertEquals(0.5 * GIB, enough.headroom().mean());
        NodeRam tight = ram(16, 12, 11.6, 0);
        assertFalse(tight.enough(), "the upper end of the interval counts");
        assertEquals(24 * GIB, tight.toBuy(), "sizes of equal modules: 16, 24, 32 GiB");
        assertEquals(32 * GIB, ram(16, 12, 25, 0).toBuy());
        assertEquals(48 * GIB, ram(16, 12, 28, 0).toBuy(), "28.5 GiB of locks, and 4 GiB for the system");
    }

    @Test
    void whatIsBoughtIsEnough() {
        for (double locks : new double[] {1, 12, 13, 20, 27.5, 100}) {
            for (double files : new double[] {0, 8, 100}) {
                NodeRam planned = ram(16, 12, locks, files);
                NodeRam bought = bought(planned, planned.toBuy());
                assertTrue(bought.enough(), locks + " GiB of locks, " + files + " GiB of files");
                assertEquals(planned.toBuy(), bought.toBuy());
                assertEquals("n: " + RamPlan.size(planned.toBuy()) + " a node, as planned", titleOf(bought));
            }
        }
    }

    private static String titleOf(NodeRam node) {
        RamPlan plan = new RamPlan("n", List.of(node));
        return plan.label() + ": " + plan.toBuy() + (plan.enough() ? ", as planned" : ", more than planned");
    }

    @Test
    void filesThatFindNoRoomAreNotBought() {
        NodeRam large = ram(16, 12, 1, 100);
        assertTrue(large.reread());
        assertEquals(10.5 * GIB, large.cachedFiles(), "what the upper end of 1 ± 0.5 GiB of locks leaves");
        assertEquals(15.5 * GIB, large.sum().mean());
        assertTrue(large.enough());
        assertEquals(16 * GIB, large.toBuy());
        assertFalse(ram(16, 12, 1, 10).reread());
    }

    @Test
    void theTightestIsOneWhoseMemoryIsTooSmall() {
        NodeRam sure = named("sure", 0.5, 0.1);
        NodeRam unsure = named("unsure", 1, 2);
        RamPlan plan = new RamPlan("gfs2", List.of(sure, unsure));
        assertTrue(sure.enough() && sure.headroom().mean() < unsure.headroom().mean());
        assertFalse(unsure.enough());
        assertEquals("unsure", plan.tightest().node().name());
    }

    /** With a page cache of 12 GiB, of which locks leave so much. */
    private static NodeRam named(String name, double left, double half) {
        Node node = new Node(name, "10.0.0.1", 1, 4, new Bytes((long) (16 * GIB)), new Bytes((long) (12 * GIB)));
        return new NodeRam(node, 4 * GIB, new Interval((12 - left) * GIB, half * GIB), 0, 0, 0);
    }

    @Test
    void manyNodesAreCountedAndFewAreNamed() {
        List<NodeRam> nodes = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            nodes.add(named("node" + i, i > 2 ? 1 : -1, 0));
        }
        assertEquals("24 GiB for node1 and node2; 16 GiB for 5 nodes", new RamPlan("gfs2", nodes).toBuy());
        assertEquals("16 GiB a node", new RamPlan("gfs2", nodes.subList(2, 7)).toBuy());
    }

    /** 1500 sessions of a page each, 3000 pages of 3 pages each, 300 uploads of 38 pages each; every node uses all of them. */
    @Test
    void theWorkingSetIsThatOfTheScenario() throws IOException {
        Scenario scenario = Scenarios.sample("web-sessions");
        WorkingSet set = new WorkingSet(scenario, scenario.cluster().nodes().get(0));
        assertEquals(4800, set.files());
        assertEquals((1500 + 3000 * 3 + 300 * 38) * 4096.0, set.bytes());
    }

    private static NodeRam first(ContenderResult contender) throws IOException {
        return RamPlan.of(Scenarios.sample("web-sessions"), contender).nodes().get(0);
    }

    @Test
    void locksGrowToAllFilesThatANodeUses() throws IOException {
        // The made-up node has 4800 inodes cached, which are all files; with a third of them, three times the locks come in the end.
        NodeRam whole = first(Comparisons.webSessions().comparison().contender("ocfs2"));
        assertEquals(0, whole.uncached());
        assertEquals(9.5e6, whole.locks().mean());
        NodeRam third = first(Comparisons.webSessions().withScale(1 / 3.0).comparison().contender("ocfs2"));
        assertEquals(3200, third.uncached(), 1e-9);
        assertEquals(9.5e6, third.locks().mean(), 1);
        assertEquals(5000 * 192, third.objects(), 1);
    }

    /** A third of 4800 inodes and 9.5 MB of locks at the end of the run, and at its start so much on the first node. */
    private static NodeRam third(long startLocks, long startInodes) throws IOException {
        ContenderResult third = Comparisons.webSessions().withScale(1 / 3.0).comparison().contender("ocfs2");
        MemoryTimeline timeline = third.memory();
        List<MemoryTimeline.Sample> samples = new ArrayList<>(timeline.samples());
        samples.set(0, new MemoryTimeline.Sample(0, List.of(startLocks, 0L, 0L)));
        List<MemoryTimeline.CacheLine> caches = new ArrayList<>(timeline.caches());
        caches.add(new MemoryTimeline.CacheLine("node1", SlabCache.OCFS2_INODE, "ocfs2_inode_cache", false, 1024,
                Stream.concat(Stream.of(startInodes), samples.stream().skip(1).map(sample -> 1600L)).toList()));
        return first(new ContenderResult(third.label(), third.kind(), third.baseline(), third.unsafe(), third.phases(), third.total(),
                new MemoryTimeline(timeline.nodes(), samples, caches), third.events()));
    }

    /** As the locks of GFS2's resource groups, 3 MB of them. */
    @Test
    void locksThatComeWithTheMountDoNotGrow() throws IOException {
        NodeRam grown = third(3_000_000, 0);
        double measured = 9.5e6 / 3;
        assertEquals(measured + 2 * (measured - 3e6), grown.locks().mean(), 1);
        // At most 3 % of the lock bytes, 3 % of the inodes, and both against each other.
        assertEquals(0.03 * measured + 2 * 0.03 * (measured + measured - 3e6), grown.locks().halfWidth(), 1);
    }

    /** The first sample has the locks of files whose caches are warm, which are not the mount's. */
    @Test
    void locksOfWarmCachesGrowAsThoseOfOthers() throws IOException {
        double each = 9.5e6 / 4800;
        assertEquals(9.5e6, third(Math.round(1000 * each), 1000).locks().mean(), 5, "partly warm, nothing comes with the mount");
        assertEquals(9.5e6, third(Math.round(1600 * each), 1600).locks().mean(), 1, "warm, and no file came");
        double mount = 1e6;
        double inode = (9.5e6 / 3 - mount) / 1600;
        assertEquals(mount + 4800 * inode, third(Math.round(mount + 1000 * inode), 1000).locks().mean(), 5, "partly warm, 1 MB comes with the mount");
        assertEquals(mount + 4800 * inode, third(Math.round(mount + 2400 * inode), 2400).locks().mean(), 5, "the run drops a third of what was warm");
    }

    @Test
    void anInodeBringsNoMoreLocksThanAllOfThem() throws IOException {
        assertEquals(9.5e6, third(1_000_000, 1599).locks().mean(), 1, "what the other files' locks were used for is not the last one's");
        assertEquals(9.5e6 / 3, third(3_200_000, 1000).locks().mean(), 1, "locks went, inodes came");
    }

    private static WorkingSet set(String change) throws IOException {
        Scenario scenario = Designs.with(change).scenario();
        return new WorkingSet(scenario, scenario.cluster().nodes().get(0));
    }

    private static String mix(String... shares) {
        return "workload.phases[0].mix=[" + Stream.of(shares).map(share -> "{weight: 1, fileSet: files, " + share + "}")
                .collect(Collectors.joining(", ")) + "]";
    }

    /** 900 files on three nodes. */
    @Test
    void whatLoadsNoInodeOfAFileCountsNone() throws IOException {
        assertEquals(900, set(mix("operation: stat, access: any")).files());
        assertEquals(0, set(mix("operation: create", "operation: readdir, access: any", "operation: statfs", "operation: mkdir")).files());
        assertEquals(0, set(mix("operation: stat, access: any")).bytes(), "no data");
    }

    @Test
    void whatDiffersIsAddedAndWhatIsTheSameIsNot() throws IOException {
        String own = "operation: read, access: own, size: 8 KiB";
        String next = "operation: write, access: next, size: 8 KiB";
        assertEquals(300, set(mix(own)).files(), 1e-9);
        assertEquals(300, set(mix(own, "operation: stat, access: own")).files(), 1e-9);
        WorkingSet both = set(mix(own, next));
        assertEquals(600, both.files(), 1e-9);
        assertEquals(600 * 8192.0, both.bytes(), 1e-3);
        assertEquals(300 * 8192.0, set(mix(own, "operation: stat, access: next")).bytes(), 1e-3);
        // A third of the 600 others falls on the node by its hash.
        assertEquals(500, set(mix(own, "operation: stat, access: hashed")).files(), 1e-9);
        assertEquals(900, set(mix(own, next, "operation: stat, access: any")).files(), 1e-9);
        assertEquals(1, set(mix("operation: stat, access: first")).files(), 1e-9);
    }

    /** All nodes use the same files. */
    @Test
    void theNodeThatIsNamedIsOneWhosePageCacheIsTooSmall() throws IOException {
        SizingResults usual = Sizings.webSessions();
        Scenario small = ScenarioReader.read("s", ScenarioWriter.write(usual.scenario())).document().orElseThrow()
                .with("cluster.nodes[1].pageCache", "32 MiB").document().orElseThrow().scenario();
        List<String> items = new MemoryChapter(Evidence.of(Sizings.of(small, usual.comparison()))).blocks().stream().filter(Items.class::isInstance)
                .flatMap(block -> ((Items) block).texts().stream()).filter(text -> text.startsWith("The page cache does not hold")).toList();
        assertEquals(1, items.size());
        assertTrue(items.get(0).contains(" on node2: "), items.get(0));
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
