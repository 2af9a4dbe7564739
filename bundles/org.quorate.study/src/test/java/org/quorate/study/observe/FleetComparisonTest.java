// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quorate.model.observed.CountedFile;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.FollowedLock;
import org.quorate.model.observed.NodeSample;
import org.quorate.study.observe.FleetObservation.Deviation;
import org.quorate.study.observe.FleetObservation.FigureRow;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Interval;
import org.quorate.study.result.Origin;

class FleetComparisonTest {

    static final ObservationSeries.Head HEAD = new ObservationSeries.Head(ObservationSeries.FORMAT, "1", "s", "Title", "gfs2", FileSystemKind.GFS2, "/mnt",
            List.of("n1", "n2"), 10_000);

    private final List<Round> rounds = new ArrayList<>();

    static NodeSample sample(String boot, double uptime, Map<String, Long> figures, FollowedLock... locks) {
        SortedMap<FigureName, Long> named = new TreeMap<>();
        figures.forEach((name, value) -> named.put(FigureName.valueOf(name), value));
        return new NodeSample(boot, uptime, named, 0, Set.of(), List.of(locks), List.of());
    }

    private void round(NodeSample one, NodeSample two) {
        rounds.add(new Round(rounds.size() * 10_000L, List.of(answer("n1", one), answer("n2", two))));
    }

    private static Round.Answer answer(String node, NodeSample sample) {
        return new Round.Answer(node, Optional.ofNullable(sample), sample == null ? Optional.of("it is gone") : Optional.empty());
    }

    private FleetObservation compare(Map<String, SortedMap<FigureName, Interval>> predicted) {
        Origin origin = new Origin("s", "Title", "1", 1, 5, 0.95, "6.1", true, List.of("n1", "n2"), Optional.empty());
        Optional<FleetPrediction> prediction = predicted.isEmpty() ? Optional.empty()
                : Optional.of(new FleetPrediction(origin, "gfs2", FileSystemKind.GFS2, "load", predicted, List.of()));
        FleetTally tally = new FleetTally(HEAD);
        rounds.forEach(tally::add);
        return FleetComparison.of(prediction, tally, 5);
    }

    private static FigureRow row(FleetObservation observation, String node, String figure) {
        return observation.figures().stream().filter(row -> row.node().equals(node) && row.figure().equals(FigureName.valueOf(figure))).findFirst()
                .orElseThrow(() -> new AssertionError(node + " " + figure + " is not there"));
    }

    @Test
    void countersAreRatesByTheClockOfTheirNode() {
        round(sample("a", 100, Map.of("disk/sda/reads", 1000L, "disk/sdb/reads", 0L)), sample("b", 7, Map.of("disk/vda/reads", 5L)));
        round(sample("a", 110, Map.of("disk/sda/reads", 1500L, "disk/sdb/reads", 100L)), sample("b", 17, Map.of("disk/vda/reads", 5L)));
        round(sample("a", 130, Map.of("disk/sda/reads", 1900L, "disk/sdb/reads", 100L)), sample("b", 37, Map.of("disk/vda/reads", 65L)));
        FleetObservation observation = compare(Map.of());
        assertEquals(30, row(observation, "n1", "disk/sda/reads").mean().orElseThrow(), "900 in 30 s, whatever the rounds");
        assertEquals(20, row(observation, "n1", "disk/sda/reads").last().orElseThrow());
        assertEquals(60, row(observation, "n1", "disk/all/reads").most().orElseThrow());
        assertEquals(1000.0 / 30 + 2, row(observation, "all", "disk/all/reads").mean().orElseThrow(), 1e-9);
        assertTrue(observation.figures().stream().noneMatch(row -> row.node().equals("all") && row.figure().name().equals("vda")));
    }

    @Test
    void aRestartACounterThatGoesBackAndAMissedRoundLeaveGapsAndNoNonsense() {
        round(sample("a", 100, Map.of("network/eth0/sent_bytes", 1000L)), sample("b", 50, Map.of("network/eth0/sent_bytes", 4_294_967_000L)));
        round(sample("a2", 5, Map.of("network/eth0/sent_bytes", 100_000L)), null);
        round(sample("a2", 15, Map.of("network/eth0/sent_bytes", 100_050L)), sample("b", 70, Map.of("network/eth0/sent_bytes", 10L)));
        round(sample("a2", 25, Map.of("network/eth0/sent_bytes", 100_150L)), sample("b", 80, Map.of("network/eth0/sent_bytes", 30L)));
        FleetObservation observation = compare(Map.of());
        FigureRow one = row(observation, "n1", "network/eth0/sent_bytes");
        assertEquals(7.5, one.mean().orElseThrow());
        assertEquals(2, one.values());
        FigureRow two = row(observation, "n2", "network/eth0/sent_bytes");
        assertEquals(2, two.mean().orElseThrow());
        assertEquals(1, two.values());
        assertEquals("n1 was started anew meanwhile: rates leave out the time between the samples before and after.", observation.notes().get(0));
        assertEquals("n2: counters went back (1 times), as after a mount or at their end: rates leave out that time.", observation.notes().get(1));
        assertEquals(new FleetObservation.NodeState("n2", 3, 1, Optional.of("it is gone"), List.of()), observation.nodes().get(1));
    }

    @Test
    void deviationsAreThoseBeyondTheInterval() {
        Map<String, Long> figures = Map.of("lock/INODE/SH", 300L, "lock/INODE/EX", 4L, "slab/gfs2_glock/objects", 10L, "slab/gfs2_glock/object_bytes", 448L,
                "slab/kmalloc-64/objects", 9999L, "use/INODE/requests", 0L);
        round(sample("a", 100, figures), sample("b", 100, figures));
        SortedMap<FigureName, Interval> predicted = new TreeMap<>();
        predicted.put(FigureName.valueOf("lock/INODE/SH"), new Interval(310, 10));
        predicted.put(FigureName.valueOf("lock/INODE/EX"), new Interval(3, 0.5));
        predicted.put(FigureName.valueOf("lock/RGRP/EX"), new Interval(2, 1));
        predicted.put(FigureName.valueOf("slab/gfs2_glock/bytes"), Interval.exactly(9000));
        predicted.put(FigureName.valueOf("slab/kmalloc-64/objects"), Interval.exactly(10));
        predicted.put(FigureName.valueOf("use/INODE/requests"), Interval.exactly(5));
        predicted.put(FigureName.valueOf("disk/all/reads"), Interval.exactly(5));
        FleetObservation observation = compare(Map.of("n1", predicted));
        assertEquals(Deviation.NONE, row(observation, "n1", "lock/INODE/SH").deviation(), "300 is the end of the interval");
        assertEquals(Deviation.ABOVE, row(observation, "n1", "lock/INODE/EX").deviation());
        assertEquals(Deviation.BELOW, row(observation, "n1", "lock/RGRP/EX").deviation(), "none is listed, so there is none");
        assertEquals(Deviation.BELOW, row(observation, "n1", "slab/gfs2_glock/bytes").deviation());
        assertEquals(4480, row(observation, "n1", "slab/gfs2_glock/bytes").last().orElseThrow());
        assertEquals(Deviation.UNKNOWN, row(observation, "n1", "slab/kmalloc-64/objects").deviation(), "others use it, too");
        assertEquals(Deviation.UNKNOWN, row(observation, "n1", "use/INODE/requests").deviation(), "no rate after one round");
        assertTrue(observation.figures().stream().noneMatch(row -> row.node().equals("n1") && row.figure().name().equals("all")
                && row.figure().what().equals("reads")), "it said nothing of disks");
        assertEquals(Deviation.UNKNOWN, row(observation, "n2", "lock/INODE/SH").deviation());
        assertEquals(List.of("lock/RGRP/EX", "slab/gfs2_glock/bytes", "lock/INODE/EX"),
                observation.deviating().stream().map(row -> row.figure().toString()).toList(), "the farthest first");
    }

    /** OCFS2 lists not all: those that are not listed may be of any type. */
    @Test
    void whatIsNotListedIsNotCalledMissing() {
        SortedMap<FigureName, Long> listed = new TreeMap<>(Map.of(FigureName.valueOf("lock/META/PR"), 90L, FigureName.valueOf("lock/OPEN/PR"), 50L));
        NodeSample sample = new NodeSample("a", 1, listed, 12, Set.of(), List.of(), List.of());
        round(sample, sample);
        SortedMap<FigureName, Interval> predicted = new TreeMap<>();
        predicted.put(FigureName.valueOf("lock/META/PR"), Interval.exactly(100));
        predicted.put(FigureName.valueOf("lock/OPEN/PR"), Interval.exactly(100));
        predicted.put(FigureName.valueOf("lock/all/all"), Interval.exactly(200));
        FleetObservation observation = compare(Map.of("n1", predicted));
        assertEquals(Deviation.UNKNOWN, row(observation, "n1", "lock/META/PR").deviation());
        assertEquals(Deviation.BELOW, row(observation, "n1", "lock/OPEN/PR").deviation());
        assertEquals(Deviation.BELOW, row(observation, "n1", "lock/all/all").deviation());
        assertEquals(152, row(observation, "n1", "lock/all/all").last().orElseThrow());
        assertTrue(observation.notes().stream().anyMatch(note -> note.contains("about 24 lock resources of all nodes")), observation.notes().toString());
    }

    private static NodeSample cut(NodeSample sample) {
        return new NodeSample(sample.boot(), sample.uptime(), sample.figures(), 0, Set.of(CountedFile.LOCKING_STATE), List.of(), List.of());
    }

    /** Of locks that were not all read a count says only that there are that many or more, and a counter nothing. */
    @Test
    void whatWasReadInPartIsNotCalledLessNorAsPredicted() {
        Map<String, Long> first = Map.of("lock/META/PR", 90L, "lock/META/EX", 50L, "lock/OPEN/PR", 50L, "use/META/holders", 1000L, "dlm/o2net/sent", 10L,
                "dlm/resources/now", 3L);
        Map<String, Long> later = Map.of("lock/META/PR", 90L, "lock/META/EX", 50L, "lock/OPEN/PR", 50L, "use/META/holders", 1100L, "dlm/o2net/sent", 20L,
                "dlm/resources/now", 3L);
        Map<String, Long> part = Map.of("lock/META/PR", 90L, "lock/META/EX", 50L, "lock/OPEN/PR", 50L, "use/META/holders", 7L, "dlm/o2net/sent", 30L,
                "dlm/resources/now", 3L);
        round(sample("a", 100, first), sample("b", 100, first));
        round(sample("a", 110, later), sample("b", 110, later));
        round(cut(sample("a", 120, part)), sample("b", 120, later));
        SortedMap<FigureName, Interval> predicted = new TreeMap<>();
        predicted.put(FigureName.valueOf("lock/META/PR"), Interval.exactly(100));
        predicted.put(FigureName.valueOf("lock/META/EX"), Interval.exactly(50));
        predicted.put(FigureName.valueOf("lock/OPEN/PR"), Interval.exactly(10));
        predicted.put(FigureName.valueOf("lock/RW/EX"), Interval.exactly(10));
        predicted.put(FigureName.valueOf("lock/all/all"), Interval.exactly(300));
        predicted.put(FigureName.valueOf("use/META/holders"), Interval.exactly(10));
        predicted.put(FigureName.valueOf("dlm/o2net/sent"), Interval.exactly(2));
        FleetObservation observation = compare(Map.of("n1", predicted, "n2", predicted,
                "all", new TreeMap<>(Map.of(FigureName.valueOf("lock/all/all"), Interval.exactly(500)))));
        for (String figure : List.of("lock/META/PR", "lock/META/EX", "lock/RW/EX", "lock/all/all")) {
            assertEquals(Deviation.UNKNOWN, row(observation, "n1", figure).deviation(), figure);
        }
        assertEquals(Deviation.UNKNOWN, row(observation, "all", "lock/all/all").deviation(), "a sum of one that is cut is");
        assertEquals(Deviation.ABOVE, row(observation, "n1", "lock/OPEN/PR").deviation(), "50 or more are more than 10");
        assertEquals(Deviation.BELOW, row(observation, "n2", "lock/META/PR").deviation(), "this node was read to the end");
        assertEquals(Deviation.NONE, row(observation, "n1", "use/META/holders").deviation(), "of the time that it was read to the end");
        assertEquals(Deviation.BELOW, row(observation, "n1", "dlm/o2net/sent").deviation(), "a counter in a file of a few lines");
        assertTrue(observation.notes().stream().noneMatch(note -> note.contains("counters went back")), observation.notes().toString());
        assertTrue(observation.notes().stream().anyMatch(note -> note.startsWith("Some locks were not read at last")), observation.notes().toString());
    }

    /** 10 of 40 locks that were read are no dip: the last one says so, and the rest leaves it out. */
    @Test
    void whatWasReadInPartIsNotAveraged() {
        round(sample("a", 100, Map.of("lock/INODE/SH", 40L)), cut(sample("b", 100, Map.of("lock/INODE/SH", 10L))));
        round(sample("a", 110, Map.of("lock/INODE/SH", 44L)), cut(sample("b", 110, Map.of("lock/INODE/SH", 10L))));
        round(cut(sample("a", 120, Map.of("lock/INODE/SH", 10L))), cut(sample("b", 120, Map.of("lock/INODE/SH", 10L))));
        FleetObservation observation = compare(Map.of());
        for (String figure : List.of("lock/INODE/SH", "lock/all/all")) {
            FigureRow row = row(observation, "n1", figure);
            assertEquals(List.of(42.0, 10.0, 40.0, 44.0), List.of(row.mean().orElseThrow(), row.last().orElseThrow(),
                    row.least().orElseThrow(), row.most().orElseThrow()), figure);
            assertTrue(row.cut() && row.values() == 2, row.toString());
        }
        FigureRow never = row(observation, "n2", "lock/INODE/SH");
        assertTrue(never.mean().isEmpty() && never.most().isEmpty() && never.cut() && never.matters(), never.toString());
        FigureRow all = row(observation, "all", "lock/INODE/SH");
        assertTrue(all.cut() && all.last().orElseThrow() == 20 && all.mean().isEmpty(), all.toString());
    }

    /** The count is that of the last answer that had one, and so is what is said of it. */
    @Test
    void aMarkIsThatOfTheAnswerThatIsShown() {
        Map<String, Long> many = Map.of("lock/META/PR", 40L);
        round(cut(sample("a", 100, many)), sample("b", 100, many));
        round(sample("a", 110, many), cut(sample("b", 110, many)));
        round(sample("a", 120, many), sample("b", 120, Map.of("memory/Slab/bytes", 1L)));
        TreeMap<FigureName, Interval> predicted = new TreeMap<>(Map.of(FigureName.valueOf("lock/META/PR"), Interval.exactly(100)));
        FleetObservation observation = compare(Map.of("n1", predicted, "n2", predicted));
        assertEquals(Deviation.BELOW, row(observation, "n1", "lock/META/PR").deviation(), "it was read to the end at last");
        assertTrue(!row(observation, "n1", "lock/META/PR").cut());
        assertEquals(Deviation.UNKNOWN, row(observation, "n2", "lock/META/PR").deviation(), "the last that it has said of locks was cut");
        assertTrue(row(observation, "n2", "lock/META/PR").cut());
        assertTrue(observation.notes().stream().noneMatch(note -> note.startsWith("Some locks were not read at last")), observation.notes().toString());
        assertTrue(observation.notes().stream().anyMatch(note -> note.startsWith("At times not all locks were read")), observation.notes().toString());
    }

    private static FollowedLock lock(String number, long waiters, long uses, long waitNanos) {
        return new FollowedLock("META", number, waiters, OptionalLong.of(uses), OptionalLong.of(waitNanos));
    }

    private static FollowedLock glock(String number, long waiters, OptionalLong uses) {
        return new FollowedLock("INODE", number, waiters, uses, OptionalLong.empty());
    }

    /** A lock that is listed only as waited for has no count of uses: the next one that it has is of all its life, not of one interval. */
    @Test
    void aCountThatWasNotToldBeforeMakesNoLockHot() {
        round(sample("a", 100, Map.of(), glock("5f", 1, OptionalLong.empty()), glock("60", 0, OptionalLong.of(500))), sample("b", 100, Map.of()));
        round(sample("a", 110, Map.of(), glock("5f", 0, OptionalLong.of(1_000_000)), glock("60", 0, OptionalLong.of(600))), sample("b", 110, Map.of()));
        List<HotLock> hot = compare(Map.of()).hot();
        assertEquals(new HotLock("n1", "INODE", "5f", Optional.of(0x5fL), 1, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty()), hot.get(2));
        assertEquals(new HotLock("n1", "INODE", "60", Optional.of(0x60L), 0, OptionalDouble.of(10), OptionalDouble.empty(), Optional.empty()), hot.get(3));
        round(sample("a", 120, Map.of(), glock("5f", 1, OptionalLong.empty())), sample("b", 120, Map.of()));
        round(sample("a", 130, Map.of(), glock("5f", 0, OptionalLong.of(1_000_100))), sample("b", 130, Map.of()));
        round(sample("a", 140, Map.of(), glock("5f", 0, OptionalLong.of(1_000_150))), sample("b", 140, Map.of()));
        assertEquals(OptionalDouble.of(5), compare(Map.of()).hot().get(0).usesPerSecond(), "50 in the only 10 s at whose begin and end it was told");
    }

    @Test
    void hotLocksAreThoseThatWereWaitedForMeanwhile() {
        String a = "000000000000000001134200000000";
        String b = "000000000000000002222200000000";
        round(sample("a", 100, Map.of(), lock(a, 0, 1000, 900_000_000_000L), lock(b, 0, 10, 1_000_000L)),
                sample("b", 100, Map.of(), lock(b, 0, 10, 0)));
        round(sample("a", 110, Map.of(), lock(a, 0, 1000, 900_000_000_000L), lock(b, 1, 110, 5_001_000_000L)),
                sample("b", 110, Map.of(), lock(b, 0, 20, 1_000_000_000L)));
        List<HotLock> hot = compare(Map.of()).hot();
        assertEquals(new HotLock("all", "META", b, Optional.of(0x22222L), 1, OptionalDouble.of(11), OptionalDouble.of(0.6), Optional.empty()), hot.get(0));
        assertEquals(List.of("all", "n1", "n2"), hot.stream().map(HotLock::node).toList(), "that with a long history is not used now");
    }

    /** Of rounds that no chart shows the peaks and gaps count, too: 10 000 rounds are ten times those that are kept. */
    @Test
    void ofALongWatchEachRoundCounts() {
        for (int i = 0; i < 10_000; i++) {
            boolean peak = i == 5_001;
            NodeSample one = sample(i < 7_003 ? "a" : "b", 1 + i, Map.of("disk/sda/reads", 7L * i + (i >= 5_001 ? 1_000 : 0), "lock/INODE/SH", peak ? 99L : 3L),
                    lock("000000000000000002222200000000", peak ? 4 : 0, i, 0));
            round(one, i == 5_003 ? null : sample("a", 1 + i, Map.of("disk/sda/reads", i < 5_001 ? 50_000L : i)));
        }
        FleetObservation observation = compare(Map.of());
        assertEquals(10_000, observation.rounds());
        assertEquals(99_990_000, observation.toMillis() - observation.fromMillis());
        FigureRow reads = row(observation, "n1", "disk/sda/reads");
        assertEquals(9_998, reads.values(), "one second is that in which it was started anew");
        assertEquals(1_007, reads.most().orElseThrow());
        assertEquals(7 + 1_000 / 9_998.0, reads.mean().orElseThrow(), 1e-9);
        FigureRow locks = row(observation, "n1", "lock/INODE/SH");
        assertEquals(99, locks.most().orElseThrow());
        assertEquals(3 + 96 / 10_000.0, locks.mean().orElseThrow(), 1e-9);
        assertEquals(4, observation.hot().get(0).waiters());
        assertEquals(List.of("n1 was started anew", "n2: counters went back (1 times)"),
                observation.notes().stream().map(note -> note.substring(0, note.indexOf(note.startsWith("n1") ? " meanwhile" : ", as"))).toList());
        assertEquals(new FleetObservation.NodeState("n2", 9_999, 1, Optional.of("it is gone"), List.of()), observation.nodes().get(1));
    }

    /** A count of locks of a type that is listed only sometimes is 0 meanwhile, also as the least, the most and the last one. */
    @Test
    void whatIsListedOnlySometimesIsNoneOtherwise() {
        Map<String, Long> both = Map.of("lock/INODE/SH", 10L, "lock/INODE/EX", 4L);
        Map<String, Long> one = Map.of("lock/INODE/SH", 10L);
        round(sample("a", 100, both), sample("b", 100, one));
        round(sample("a", 110, one), sample("b", 110, one));
        round(sample("a", 120, both), sample("b", 120, both));
        round(sample("a", 130, one), sample("b", 130, both));
        FleetObservation observation = compare(Map.of());
        FigureRow first = row(observation, "n1", "lock/INODE/EX");
        assertEquals(List.of(2.0, 0.0, 0.0, 4.0), List.of(first.mean().orElseThrow(), first.last().orElseThrow(), first.least().orElseThrow(),
                first.most().orElseThrow()));
        assertEquals(4, first.values());
        FigureRow second = row(observation, "n2", "lock/INODE/EX");
        assertEquals(List.of(2.0, 4.0, 0.0, 4.0), List.of(second.mean().orElseThrow(), second.last().orElseThrow(), second.least().orElseThrow(),
                second.most().orElseThrow()));
    }

    /** A watch of days may follow millions of locks, each for a while. */
    @Test
    void ofVeryManyLocksTheHottestAreKept() {
        NodeTally tally = new NodeTally("n1");
        for (int i = 0; i < 20_000; i++) {
            tally.add(i * 1000L, answer("n1", sample("a", 1 + i, Map.of(), lock("f" + i, i == 5 ? 9 : 1, 10, 0), lock("f" + (i + 1), 1, 5, 0))));
        }
        List<HotLock> kept = tally.locks().of("n1");
        assertTrue(kept.size() <= 4096 && kept.size() >= 2048, kept.size() + " are kept");
        HotLock hottest = kept.stream().min(HotLocks.HOTTEST).orElseThrow();
        assertEquals(List.of("f5", 9L), List.of(hottest.number(), hottest.waiters()));
        assertEquals(OptionalDouble.of(5), hottest.usesPerSecond());
    }
}
