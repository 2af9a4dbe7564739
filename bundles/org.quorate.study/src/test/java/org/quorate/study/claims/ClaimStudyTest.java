// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.study.RunEngine;
import org.quorate.study.StudyFailedException;
import org.quorate.study.StudyListener;
import org.quorate.study.TableEngine;
import org.quorate.study.TableEngine.Row;
import org.quorate.study.claims.Contrast.Outcome;
import org.quorate.study.io.ClaimsCsv;
import org.quorate.study.io.ClaimsJson;

class ClaimStudyTest {

    private static final StudyListener SILENT = (done, total, message) -> { };

    /** OCFS2 is 10 % slower than GFS2 at two nodes, as fast at four, faster at eight; both need what they need. */
    private static final RunEngine TABLE = (request, cancelled) -> {
        int nodes = request.scenario().cluster().nodes().size();
        Row ocfs2 = Row.of(nodes == 2 ? 1_100_000 : nodes == 4 ? 1_000_000 : 900_000, 1000);
        return new TableEngine(Map.of("ocfs2", ocfs2, "gfs2", Row.of(1_000_000, 3000))).run(request, cancelled);
    };

    private static Claim claim(String id) {
        return Claims.all().stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
    }

    private static ClaimResult test(String id) {
        return new ClaimStudy(TABLE, KernelProfiles::named, 2, "1").test(List.of(claim(id)), SILENT, () -> false).claims().get(0);
    }

    @Test
    void everyClaimHasAnIdAndAValidScenarioOfItsSize() {
        Set<String> ids = new HashSet<>();
        for (Claim claim : Claims.all()) {
            assertTrue(claim.id().matches("[a-z0-9]+(-[a-z0-9]+)*") && ids.add(claim.id()), claim.id());
            for (Sharing sharing : claim.sharings()) {
                for (int nodes : claim.nodes()) {
                    assertEquals(nodes, ClaimScenario.of(claim, claim.second(), sharing, "6.1", nodes).scenario().cluster().nodes().size());
                }
            }
        }
    }

    @Test
    void theClusterDecidesWhereAClaimIsTrue() {
        ClaimResult result = test("gfs2-small-files");
        for (ClaimPoint point : result.points()) {
            Outcome expected = point.nodes() == 2 ? Outcome.TRUE : point.nodes() == 4 ? Outcome.OPEN : Outcome.FALSE;
            assertEquals(expected, point.outcome(), point.toString());
            double relative = 1_000_000.0 / (point.nodes() == 2 ? 1_100_000 : point.nodes() == 4 ? 1_000_000 : 900_000) - 1;
            assertEquals(relative, point.relative().orElseThrow().mean(), 1e-3, point.toString());
        }
        assertEquals(9, result.count(Outcome.FALSE));
    }

    @Test
    void lockMemoryIsComparedInBytes() {
        assertTrue(test("gfs2-lock-memory").points().stream().allMatch(point -> point.outcome() == Outcome.TRUE
                && Math.abs(point.relative().orElseThrow().mean() - 2) < 1e-9));
    }

    @Test
    void sidesOfTwoClustersAreComparedByNode() {
        // The table gives the same throughput whatever the number of nodes: of one node, it is a second, a fourth, an eighth.
        for (ClaimPoint point : test("gfs2-one-directory").points()) {
            assertEquals(point.nodes() - 1, point.relative().orElseThrow().mean(), 1e-9);
        }
    }

    @Test
    void onlyWhatIsComparedIsSimulatedAndOnlyOnce() {
        Map<String, Integer> runs = new ConcurrentHashMap<>();
        RunEngine counting = (request, cancelled) -> {
            runs.merge(request.contender().label(), 1, Integer::sum);
            return TABLE.run(request, cancelled);
        };
        new ClaimStudy(counting, KernelProfiles::named, 2, "1").test(List.of(claim("gfs2-small-files"), claim("gfs2-small-files")), SILENT,
                () -> false);
        assertEquals(Map.of("ocfs2", 27 * 5, "gfs2", 27 * 5), runs);
    }

    @Test
    void theResultDoesNotDependOnThreads() {
        List<Claim> claims = List.of(claim("ocfs2-metadata"), claim("gfs2-directory-size"));
        ClaimsResult one = new ClaimStudy(TABLE, KernelProfiles::named, 1, "1").test(claims, SILENT, () -> false);
        ClaimsResult two = new ClaimStudy(TABLE, KernelProfiles::named, 2, "1").test(claims, SILENT, () -> false);
        assertEquals(new ClaimsJson().write(one), new ClaimsJson().write(two));
        assertEquals(1 + 27 + 27, new ClaimsCsv().write(one).lines().count());
        assertFalse(new ClaimsJson().write(one).contains("NaN"));
    }

    /** It would be minutes until the others are made. */
    @Test
    void aRunThatFailsEndsIt() {
        AtomicInteger runs = new AtomicInteger();
        RunEngine failing = (request, cancelled) -> {
            if (runs.incrementAndGet() == 3) {
                throw new IllegalStateException("stuck, really");
            }
            return TABLE.run(request, cancelled);
        };
        StudyFailedException failure = assertThrows(StudyFailedException.class, () -> new ClaimStudy(failing, KernelProfiles::named, 1, "1")
                .test(Claims.all(), SILENT, () -> false));
        assertTrue(failure.getMessage().endsWith("stuck, really"), failure.getMessage());
        assertEquals(3, runs.get(), "none begins after the one that fails");
    }

    /** It is seconds until all scenarios are read on a cold machine. */
    @Test
    void itIsAskedBetweenScenariosWhetherItIsCancelled() {
        AtomicInteger asked = new AtomicInteger();
        StudyListener begun = (done, total, message) -> {
            throw new AssertionError("runs were begun");
        };
        assertThrows(CancellationException.class, () -> new ClaimStudy(TABLE, KernelProfiles::named, 1, "1").test(Claims.all(), begun,
                () -> asked.incrementAndGet() == 3));
        assertEquals(3, asked.get());
    }

    @Test
    void itCanBeCancelled() {
        assertThrows(CancellationException.class, () -> new ClaimStudy(TABLE, KernelProfiles::named, 1, "1").test(Claims.all(), SILENT,
                () -> true));
    }
}
