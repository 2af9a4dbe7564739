// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is foretold of failures beside what happened to real nodes. */
class LabFailureTest {

    private static final double SHARE = 0.1;
    private static final double SECONDS = 2;
    /** Tables have tenths of a second. */
    private static final double ROUNDED = 0.05;
    /** After a stall the initiator logs in again, which is not foretold (docs/README.md, the lab). */
    private static final double LOGIN = 4;
    private static final String STALL = "longest stall";

    /** A figure of the lab's tables as a step. */
    private record Said(Component component, String words) {
    }

    /** As in {@code phases} of releng/lab/failures.sh. */
    private static final Map<String, Said> STEPS = Map.ofEntries(
            Map.entry("the token is missed", new Said(Component.COROSYNC, "misses the token")),
            Map.entry("a membership without it", new Said(Component.COROSYNC, "forms a membership")),
            Map.entry("fenced", new Said(Component.PACEMAKER, "has fenced")),
            Map.entry("recovery of locks ends", new Said(Component.FS_DLM, "has rebuilt")),
            Map.entry("its journal is replayed", new Said(Component.GFS2, "has replayed")),
            Map.entry("o2cb the connection is found silent", new Said(Component.O2NET, "idle")),
            Map.entry("o2cb the nodes agree that all hang", new Said(Component.O2HB, "agrees among")),
            Map.entry("o2cb fences itself", new Said(Component.O2QUO, "fences itself")),
            Map.entry("o2cb declared dead", new Said(Component.O2HB, "declares")),
            Map.entry("o2cb recovery of locks begins", new Said(Component.O2DLM, "begins recovery")),
            Map.entry("o2cb recovery of locks ends", new Said(Component.O2DLM, "ends")),
            Map.entry("o2cb its journal is replayed", new Said(Component.OCFS2, "has replayed")));

    static List<MadeFailure> all() {
        return MadeFailure.all();
    }

    @Test
    void bothFileSystemsOnTwoNodesAndOcfs2OnThreeWereTried() {
        Set<String> tried = all().stream().map(failure -> failure.about().get("file_system") + " " + failure.about().get("nodes") + " "
                + failure.about().get("failure")).collect(Collectors.toSet());
        for (String nodes : List.of("ocfs2 2", "ocfs2 3", "gfs2 2")) {
            for (String failure : List.of("kill", "cut", "stall-20", "stall-90")) {
                assertTrue(tried.contains(nodes + " " + failure), nodes + " " + failure + " is not among " + tried);
            }
        }
    }

    /**
     * Of OCFS2 each figure is one that can happen, without an allowance: the timers of a kernel with 100 ticks a second come as late as
     * that. Of GFS2 each is near, as dlm_controld and the lock spaces go on up to 2 s after the fence agent is done.
     */
    @ParameterizedTest
    @MethodSource("all")
    void whatHappenedCouldBeForetold(MadeFailure failure) {
        ContenderFailure outcome = failure.foretold();
        for (MadeFailure.Made made : failure.figures()) {
            String what = failure.name() + ": " + made.what();
            if (made.what().equals(STALL)) {
                Spread stall = outcome.longestStall().orElseThrow();
                if (failure.stall()) {
                    long most = stall.most() + Math.round(LOGIN * Times.SECOND);
                    within(what, made.seconds(), new Spread(stall.least(), stall.median(), most));
                } else {
                    judge(failure, what, made.seconds(), stall);
                }
            } else if (!made.what().equals("its lock is another's")) {
                Said said = STEPS.get(failure.ocfs2() ? "o2cb " + made.what() : made.what());
                judge(failure, what, made.seconds(), FailureScenarios.at(outcome, said.component(), said.words()));
            }
        }
    }

    private static void judge(MadeFailure failure, String what, double measured, Spread foretold) {
        if (failure.ocfs2()) {
            within(what, measured, foretold);
        } else {
            near(what, measured, foretold);
        }
    }

    private static void within(String what, double measured, Spread foretold) {
        assertTrue(foretold.least() / 1e9 - ROUNDED <= measured && measured <= foretold.most() / 1e9 + ROUNDED,
                what + " " + measured + ": " + foretold);
    }

    /** Within 10 % or 2 s, and one that can happen but for what a loaded machine adds. */
    private static void near(String what, double measured, Spread foretold) {
        double median = foretold.median() / 1e9;
        assertTrue(Math.abs(median - measured) <= Math.max(SHARE * measured, SECONDS), what + ": " + median + " s, measured " + measured);
        assertTrue(foretold.least() / 1e9 - SECONDS <= measured && measured <= foretold.most() / 1e9 + SECONDS, what + " " + foretold);
    }

    /** The first lab's two runs, of which lab.yaml is the scenario: every survivor stood still for so long. */
    @Test
    void theFirstLabsSurvivorsStoodStillAsLongAsForetold() throws IOException {
        Failure failure = FailureScenarios.play(FailureScenarios.lab(), FailureKind.NODE_DIES);
        for (String run : List.of("fail-uml-ocfs2-3-thr31", "fail-uml-gfs2-3-nofence")) {
            JsonNode raw = new ObjectMapper().readTree(FailureScenarios.text(run + ".json"));
            List<Double> stalls = StreamSupport.stream(raw.get("survivors").spliterator(), false).filter(JsonNode::isObject)
                    .map(survivor -> survivor.get("max_s").asDouble()).toList();
            assertEquals(2, stalls.size(), run);
            ContenderFailure outcome = FailureScenarios.of(failure, raw.get("fs").asText());
            near(run, Collections.max(stalls), outcome.longestStall().orElseThrow());
            near(run, Collections.min(stalls), FailureScenarios.node(outcome, "n1").to().orElseThrow());
        }
    }
}
