// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quorate.model.observed.CountedFile;
import org.quorate.model.observed.FigureName;
import org.quorate.model.observed.NodeSample;

class NodeFiguresTest {

    private static final FigureName LOCKS = FigureName.valueOf("lock/all/all");
    private static final FigureName READS = FigureName.valueOf("disk/all/reads");

    private static Round round(int number, long unlisted, Map<String, Long> figures) {
        return round(number, unlisted, Set.of(), figures);
    }

    private static Round round(int number, long unlisted, Set<CountedFile> cut, Map<String, Long> figures) {
        NodeSample sample = FleetComparisonTest.sample("a", 10 * number, figures);
        return new Round(number * 10_000L, List.of(new Round.Answer("n1", Optional.of(new NodeSample(sample.boot(), sample.uptime(), sample.figures(), unlisted,
                cut, List.of(), List.of())), Optional.empty())));
    }

    /** Sums are of all that they are of, also of figures that nobody asked for. */
    @Test
    void someFiguresAreTheSameAsAmongAll() {
        List<Round> rounds = new ArrayList<>();
        rounds.add(round(1, 4, Map.of("lock/INODE/SH", 10L, "lock/RGRP/EX", 2L, "disk/sda/reads", 100L, "disk/sdb/reads", 50L)));
        rounds.add(round(2, 0, Map.of("lock/INODE/SH", 20L, "disk/sda/reads", 130L, "disk/sdb/reads", 70L)));
        NodeFigures some = new NodeFigures("n1", rounds, Set.of(LOCKS, READS)::contains);
        assertEquals(Set.of(LOCKS, READS), some.names());
        assertEquals(List.of(new NodeFigures.Value(10_000, 16, 0), new NodeFigures.Value(20_000, 20, 0)), some.values(LOCKS));
        assertEquals(List.of(new NodeFigures.Value(20_000, 5, 10)), some.values(READS));
        NodeFigures all = new NodeFigures("n1", rounds, name -> true);
        assertEquals(8, all.names().size(), "4 that it said, and the sums of each type, of all locks and of all reads: " + all.names());
        some.names().forEach(name -> assertEquals(all.values(name), some.values(name)));
    }

    @Test
    void aCountThatWasNotCountedToItsEndIsLeftOut() {
        List<Round> rounds = new ArrayList<>();
        rounds.add(round(1, 0, Map.of("lock/INODE/SH", 10L, "disk/sda/reads", 100L)));
        rounds.add(round(2, 0, Set.of(CountedFile.GLOCKS), Map.of("lock/INODE/SH", 3L, "disk/sda/reads", 130L)));
        rounds.add(round(3, 0, Map.of("lock/INODE/SH", 11L, "disk/sda/reads", 160L)));
        NodeFigures figures = new NodeFigures("n1", rounds, name -> true);
        assertEquals(List.of(new NodeFigures.Value(10_000, 10, 0), new NodeFigures.Value(30_000, 11, 0)), figures.values(LOCKS));
        assertEquals(2, figures.values(READS).size());
        assertTrue(figures.isCut(LOCKS));
        assertFalse(figures.isCut(READS));
    }
}
