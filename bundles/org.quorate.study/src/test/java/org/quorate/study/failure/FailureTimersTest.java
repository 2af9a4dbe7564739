// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.quorate.model.Scenario;

/** Each failure in closed form from the timers of kernel reference 3.7, whose phases give the bounds. */
class FailureTimersTest {

    private static final String UNFENCED = "  waitForFencing: false\n";
    private static final String XVM = """
              fencing:
                agent: xvm
                devices:
                  - {node: n1, address: 225.0.0.12, password: "env:XVM"}
                  - {node: n2, address: 225.0.0.12, password: "env:XVM"}
            """;
    private static final String SCSI = "  fencing: {agent: scsi}\n";
    /** One heartbeat of the lab's kernel, whose sleep of 2 s ends at the next eighth tick; and how late its longer timers may come. */
    private static final double BEAT = 2.08;
    private static final double LATE_30 = 0.64;
    private static final double LATE_66 = 5.12;
    private static final String SECOND_NODE = "    - {name: n2, address: 10.99.0.2, cores: 1, memory: 1 GiB}\n";
    private static final String THRESHOLD = "heartbeatThreshold: 31";

    private static ContenderFailure ocfs2(Scenario scenario, FailureKind kind, String node, Duration duration) {
        return FailureScenarios.of(FailureScenarios.play(scenario, kind, node, duration), "ocfs2");
    }

    private static ContenderFailure gfs2(Scenario scenario, FailureKind kind, String node, Duration duration) {
        return FailureScenarios.of(FailureScenarios.play(scenario, kind, node, duration), "gfs2");
    }

    /** All within, and a thousand phases come near both bounds. */
    private static void between(double low, double high, Spread spread) {
        double slack = (high - low) * 0.15 + 0.005;
        assertTrue(spread.least() >= low * 1e9 && spread.least() <= (low + slack) * 1e9, low + " to " + high + ": " + spread);
        assertTrue(spread.most() <= (high + 0.004) * 1e9 && spread.most() >= (high - slack) * 1e9, low + " to " + high + ": " + spread);
    }

    @Test
    void theHeartbeatThresholdSetsWhenANodeIsDead() {
        for (int threshold : new int[] {7, 31, 61}) {
            Scenario scenario = FailureScenarios.twoNodes(THRESHOLD, "heartbeatThreshold: " + threshold);
            ContenderFailure outcome = ocfs2(scenario, FailureKind.NODE_DIES, null, null);
            between(BEAT * (threshold - 1), BEAT * (threshold + 1), FailureScenarios.at(outcome, Component.O2HB, "dead"));
        }
    }

    @Test
    void oneSurvivorNeedNotWaitForLocksOfOthers() {
        ContenderFailure two = ocfs2(FailureScenarios.twoNodes(), FailureKind.NODE_DIES, null, null);
        ContenderFailure three = ocfs2(FailureScenarios.lab(), FailureKind.NODE_DIES, null, null);
        between(BEAT * 30, BEAT * 32 + 5, FailureScenarios.at(two, Component.O2DLM, "ends"));
        assertTrue(FailureScenarios.at(three, Component.O2DLM, "ends").least() >= 65e9);
    }

    /** Idle 30 s, quorum delay (31 + 2) * 2 s, then 62 s of silence: the loser is that without the lowest number. */
    @Test
    void aSplitOfTwoOnO2cb() {
        ContenderFailure outcome = ocfs2(FailureScenarios.twoNodes(), FailureKind.SPLIT, null, null);
        double latest = 96 + LATE_30 + LATE_66;
        between(94, latest, FailureScenarios.at(outcome, Component.O2QUO, "fences itself"));
        between(94 + BEAT * 30, latest + BEAT * 32, FailureScenarios.at(outcome, Component.O2HB, "dead"));
        assertEquals(End.DOWN, FailureScenarios.node(outcome, "n2").end());
        assertEquals(End.RESUMED, FailureScenarios.node(outcome, "n1").end());
    }

    /** The published formula (OCFS2 FAQ): 28 s with threshold 7 and an idle timeout of 10 s; timers of 10 s and 18 s come late. */
    @Test
    void theLongestWayFromANetworkFaultToSelfFencing() {
        Scenario scenario = FailureScenarios.lab(THRESHOLD, "heartbeatThreshold: 7, idleTimeout: 10 s");
        between(26, 28 + 2 * LATE_30, FailureScenarios.at(ocfs2(scenario, FailureKind.NETWORK_LOST, null, null), Component.O2QUO, "fences itself"));
    }

    @Test
    void ofTwoTheLowestLivesEvenIfItsNetworkIsBroken() {
        Failure failure = FailureScenarios.play(FailureScenarios.twoNodes(), FailureKind.NETWORK_LOST, "n1", null);
        assertEquals(End.DOWN, FailureScenarios.node(FailureScenarios.of(failure, "ocfs2"), "n2").end());
        assertTrue(failure.advice().stream().anyMatch(advice -> advice.rule().equals("lowest-number-survives")));
        Failure three = FailureScenarios.play(FailureScenarios.lab(), FailureKind.NETWORK_LOST, "n1", null);
        assertEquals(End.DOWN, FailureScenarios.node(FailureScenarios.of(three, "ocfs2"), "n1").end());
    }

    /** Cut for 10 s: TCP sends again at 0.2 * (2^k - 1) s, so at 12.6 s. */
    @Test
    void aShortCutOfTheNetworkIsOverAtTcpsNextAttempt() {
        ContenderFailure outcome = ocfs2(FailureScenarios.lab(), FailureKind.NETWORK_LOST, null, Duration.ofSeconds(10));
        assertEquals(new Spread(12_600_000_000L, 12_600_000_000L, 12_600_000_000L), outcome.longestStall().orElseThrow());
        assertTrue(outcome.nodes().stream().allMatch(node -> node.end() == End.RESUMED));
    }

    /** (31 - 1) * 2 s after a last write of up to 2 s before; the others see 62 s of silence. */
    @Test
    void aLostPathOnO2cb() {
        Scenario scenario = FailureScenarios.lab("device: lab-image-file", "device: lab-image-file, pathTimeout: 50 s");
        ContenderFailure outcome = ocfs2(scenario, FailureKind.STORAGE_LOST, null, null);
        between(30 - BEAT, 30 + LATE_30, FailureScenarios.at(outcome, Component.O2HB, "asks the others"));
        between(50, 50, FailureScenarios.at(outcome, Component.OCFS2, "read-only"));
        between(60 - BEAT, 60 + LATE_66, FailureScenarios.at(outcome, Component.O2HB, "fences itself"));
        between(BEAT * 30, BEAT * 32, FailureScenarios.at(outcome, Component.O2HB, "dead"));
        assertEquals(End.DOWN, FailureScenarios.node(outcome, "n3").end());
    }

    @Test
    void aLongStallOfTheLunResetsAllNodesOfAnOldKernelOnly() {
        Duration stall = Duration.ofSeconds(90);
        ContenderFailure now = ocfs2(FailureScenarios.twoNodes(), FailureKind.LUN_STALLS, null, stall);
        between(30 - BEAT, 31 + LATE_30, FailureScenarios.at(now, Component.O2HB, "agree"));
        assertEquals(90_000_000_000L, now.longestStall().orElseThrow().most());
        Failure old = FailureScenarios.play(FailureScenarios.lab("kernel: 6.1-uml", "kernel: 4.4"), FailureKind.LUN_STALLS, null, stall);
        ContenderFailure then = FailureScenarios.of(old, "ocfs2");
        between(60 - 2.004, 60, FailureScenarios.at(then, Component.O2HB, "fences itself"));
        assertTrue(then.nodes().stream().allMatch(node -> node.end() == End.DOWN));
        assertTrue(old.advice().stream().anyMatch(advice -> advice.rule().equals("lun-stall-resets-all") && advice.danger()));
    }

    /** It has heard of every node when its own timer fires: it looks no second time. */
    @Test
    void aMasterAloneAgreesWithItselfAtOnce() {
        Scenario one = FailureScenarios.twoNodes(SECOND_NODE, "");
        ContenderFailure outcome = ocfs2(one, FailureKind.LUN_STALLS, null, Duration.ofSeconds(90));
        between(30 - BEAT, 30 + LATE_30, FailureScenarios.at(outcome, Component.O2HB, "agree"));
    }

    @Test
    void aHeartbeatShorterThanThePathTimeoutIsADanger() {
        Failure failure = FailureScenarios.play(FailureScenarios.lab("device: lab-image-file",
                "device: lab-image-file, multipath: true, pathTimeout: 70 s"), FailureKind.STORAGE_LOST);
        assertTrue(failure.advice().stream().anyMatch(advice -> advice.rule().equals("heartbeat-below-path-timeout") && advice.danger()));
        Failure safe = FailureScenarios.play(FailureScenarios.lab("device: lab-image-file", "device: lab-image-file, multipath: true"),
                FailureKind.STORAGE_LOST);
        assertFalse(safe.advice().stream().anyMatch(advice -> advice.rule().equals("heartbeat-below-path-timeout")));
    }

    /** Without multipath open-iscsi waits 120 s: below that no threshold can be lowered, and a stall that hangs is waited for. */
    @Test
    void adviceDoesNotContradictThePathTimeout() {
        Failure dies = FailureScenarios.play(FailureScenarios.lab(), FailureKind.NODE_DIES);
        assertFalse(dies.advice().stream().anyMatch(advice -> advice.rule().equals("heartbeat-dominates")), dies.advice().toString());
        Failure sooner = FailureScenarios.play(FailureScenarios.lab("device: lab-image-file", "device: lab-image-file, pathTimeout: 50 s"),
                FailureKind.NODE_DIES);
        String heartbeats = sooner.advice().stream().filter(advice -> advice.rule().equals("heartbeat-dominates")).findFirst()
                .orElseThrow().text();
        assertTrue(heartbeats.contains("wait about 64.48 s for heartbeats"), heartbeats + ": 31 of " + BEAT + " s");
        Failure stall = FailureScenarios.play(FailureScenarios.lab(), FailureKind.LUN_STALLS);
        String text = stall.advice().stream().filter(advice -> advice.rule().equals("lun-stall-resets-all")).findFirst().orElseThrow().text();
        assertTrue(text.contains("fails after 120 s") && text.contains("about 60 s later"), text);
        Spread reset = FailureScenarios.at(FailureScenarios.of(stall, "ocfs2"), Component.O2HB, "fences itself");
        assertTrue(reset.least() > 120e9 && reset.most() <= (180 + LATE_66) * 1e9, reset.toString());
    }

    @Test
    void aHungNodeThatWakesInTimeGoesOn() {
        ContenderFailure soon = ocfs2(FailureScenarios.lab(), FailureKind.NODE_HANGS, null, Duration.ofSeconds(50));
        assertTrue(soon.nodes().stream().allMatch(node -> node.end() == End.RESUMED));
        assertEquals(51_000_000_000L, soon.longestStall().orElseThrow().most());
        ContenderFailure late = ocfs2(FailureScenarios.lab(), FailureKind.NODE_HANGS, null, Duration.ofSeconds(66));
        assertEquals(End.DOWN, FailureScenarios.node(late, "n3").end());
        between(BEAT * 30, BEAT * 32, FailureScenarios.at(late, Component.O2HB, "dead"));
        between(28, 30 + LATE_30, FailureScenarios.at(late, Component.O2NET, "has been idle"));
    }

    /** token + 650 ms a node beyond two, less the hold of an idle ring; consensus 1.2 of it; 50 ms. */
    @Test
    void theTokenSetsWhenAMembershipIsFormed() {
        for (int seconds : new int[] {1, 3, 10}) {
            ContenderFailure outcome = gfs2(FailureScenarios.lab("token: 3 s", "token: " + seconds + " s"), FailureKind.NODE_DIES, null, null);
            double token = seconds + 0.65;
            double held = token / 4.2 * 0.8 - 0.01;
            between(token - held, token, FailureScenarios.at(outcome, Component.COROSYNC, "misses the token"));
            between(2.2 * token - held + 0.05, 2.2 * token + 0.05, FailureScenarios.at(outcome, Component.COROSYNC, "forms"));
        }
    }

    @Test
    void fencingAddsItsTime() {
        Scenario fenced = FailureScenarios.lab(UNFENCED, "  fencing: {agent: scsi, duration: 40 s}\n");
        ContenderFailure outcome = gfs2(fenced, FailureKind.NODE_DIES, null, null);
        between(2.2 * 3.65 - 0.686 + 40.05, 2.2 * 3.65 + 40.05, FailureScenarios.at(outcome, Component.PACEMAKER, "has fenced n3"));
    }

    @Test
    void withoutAFenceDeviceTheLockManagerWaitsForEver() {
        Failure failure = FailureScenarios.play(FailureScenarios.lab(UNFENCED, ""), FailureKind.NODE_DIES);
        ContenderFailure outcome = FailureScenarios.of(failure, "gfs2");
        assertEquals(End.BLOCKED, FailureScenarios.node(outcome, "n1").end());
        assertTrue(FailureScenarios.node(outcome, "n1").to().isEmpty() && outcome.longestStall().isEmpty());
        assertTrue(failure.advice().stream().anyMatch(advice -> advice.rule().equals("no-fencing")));
        assertTrue(FailureScenarios.of(failure, "ocfs2").longestStall().isPresent(), "o2cb fences itself");
    }

    @Test
    void aSplitOfTwoOnCorosyncIsADuelThatTheDelayDecides() {
        ContenderFailure outcome = gfs2(FailureScenarios.twoNodes(UNFENCED, XVM), FailureKind.SPLIT, null, null);
        assertEquals(End.RESUMED, FailureScenarios.node(outcome, "n1").end());
        assertEquals(End.DOWN, FailureScenarios.node(outcome, "n2").end());
        double held = 3 / 4.2 * 0.8 - 0.01;
        between(6.65 - held + 5, 6.65 + 5, FailureScenarios.at(outcome, Component.PACEMAKER, "has fenced n2"));
        Failure none = FailureScenarios.play(FailureScenarios.twoNodes(UNFENCED, XVM.replace("agent: xvm", "agent: xvm\n    delay: 0 s")),
                FailureKind.SPLIT);
        assertTrue(FailureScenarios.of(none, "gfs2").nodes().stream().allMatch(node -> node.end() == End.DOWN));
        assertTrue(none.advice().stream().anyMatch(advice -> advice.rule().equals("fence-delay-too-short")));
    }

    /** The first node is fenced late even when it is the dead one. */
    @Test
    void theDelayOfTheDuelLengthensTheStallWhenTheFirstNodeDies() {
        Scenario scenario = FailureScenarios.twoNodes(UNFENCED, XVM);
        long first = gfs2(scenario, FailureKind.NODE_DIES, "n1", null).longestStall().orElseThrow().median();
        long second = gfs2(scenario, FailureKind.NODE_DIES, "n2", null).longestStall().orElseThrow().median();
        assertEquals(10e9, first - second, 1e8);
    }

    @Test
    void reservationsLetExactlyOneOfTwoLive() {
        ContenderFailure outcome = gfs2(FailureScenarios.twoNodes(UNFENCED, SCSI), FailureKind.SPLIT, null, null);
        for (String node : new String[] {"n1", "n2"}) {
            NodeOutage lives = outcome.nodes().stream().filter(n -> n.node().equals(node) && n.end() == End.RESUMED).findFirst().orElseThrow();
            assertEquals(0.5, lives.share(), 0.1);
        }
    }

    @Test
    void twoNodesWithAnArbiter() {
        for (String agent : new String[] {SCSI, "  fencing: {agent: sbd}\n"}) {
            Scenario scenario = FailureScenarios.twoNodes(UNFENCED, agent + "  quorumDevice: arbiter\n");
            ContenderFailure outcome = gfs2(scenario, FailureKind.SPLIT, null, null);
            assertEquals(End.RESUMED, FailureScenarios.node(outcome, "n1").end());
            assertEquals(agent.equals(SCSI) ? End.ERRORS : End.DOWN, FailureScenarios.node(outcome, "n2").end(), "reservations switch nothing off");
        }
    }

    @Test
    void twoNodesThatDoNotWaitForFencingDestroyTheFileSystem() {
        ContenderFailure outcome = gfs2(FailureScenarios.twoNodes(), FailureKind.SPLIT, null, null);
        assertTrue(outcome.nodes().stream().allMatch(node -> node.end() == End.CORRUPT));
        ContenderFailure blocked = gfs2(FailureScenarios.twoNodes(UNFENCED, ""), FailureKind.SPLIT, null, null);
        assertTrue(blocked.nodes().stream().allMatch(node -> node.end() == End.BLOCKED));
    }

    @Test
    void anEvenSplitOfFourStopsAll() {
        Scenario four = FailureScenarios.lab(UNFENCED, SCSI, "    - {name: n3,", "    - {name: n4, address: 10.99.0.4}\n    - {name: n3,",
                "slots: 4", "slots: 8", "journals: 4", "journals: 5");
        Failure failure = FailureScenarios.play(four, FailureKind.SPLIT);
        assertTrue(FailureScenarios.of(failure, "gfs2").nodes().stream().allMatch(node -> node.end() == End.BLOCKED));
        assertTrue(failure.advice().stream().anyMatch(advice -> advice.rule().equals("even-split-without-arbiter")));
        assertEquals(2, FailureScenarios.of(failure, "ocfs2").nodes().stream().filter(node -> node.end() == End.DOWN).count());
    }

    /** I/O fails after the path timeout; since 5.7 the others replay at once. A monitor that only looks for a mount finds one. */
    @Test
    void aLostPathOnGfs2() {
        String path = "device: lab-image-file, pathTimeout: 50 s";
        Scenario now = FailureScenarios.lab(UNFENCED, SCSI, "device: lab-image-file", path);
        ContenderFailure outcome = gfs2(now, FailureKind.STORAGE_LOST, null, null);
        between(50, 50, FailureScenarios.at(outcome, Component.GFS2, "withdraws"));
        assertTrue(outcome.longestStall().orElseThrow().most() < 52e9, outcome.longestStall().toString());
        ContenderFailure old = gfs2(FailureScenarios.lab(UNFENCED, SCSI, "device: lab-image-file", path, "kernel: 6.1-uml", "kernel: 4.4"),
                FailureKind.STORAGE_LOST, null, null);
        assertEquals(End.BLOCKED, FailureScenarios.node(old, "n1").end());
        for (ContenderFailure either : new ContenderFailure[] {outcome, old}) {
            between(50, 70, FailureScenarios.at(either, Component.PACEMAKER, "still mounted"));
            assertEquals(End.ERRORS, FailureScenarios.node(either, "n3").end());
        }
        ContenderFailure brief = gfs2(now, FailureKind.STORAGE_LOST, null, Duration.ofSeconds(45));
        assertTrue(brief.nodes().stream().allMatch(node -> node.end() == End.RESUMED && node.to().orElseThrow().most() == 45_000_000_000L));
    }

    /** TCP has nothing to send again: on every stack a node alone goes on when it wakes. */
    @Test
    void aHungNodeAloneGoesOnAtOnce() {
        Scenario one = FailureScenarios.twoNodes(SECOND_NODE, "");
        Failure failure = FailureScenarios.play(one, FailureKind.NODE_HANGS, null, Duration.ofSeconds(5));
        for (ContenderFailure outcome : failure.contenders()) {
            NodeOutage node = FailureScenarios.node(outcome, "n1");
            assertEquals(End.RESUMED, node.end());
            assertEquals(new Spread(5_000_000_000L, 5_000_000_000L, 5_000_000_000L), node.to().orElseThrow());
            assertTrue(FailureScenarios.find(outcome, step -> step.why().contains("TCP")).isEmpty(), outcome.steps().toString());
        }
    }
}
