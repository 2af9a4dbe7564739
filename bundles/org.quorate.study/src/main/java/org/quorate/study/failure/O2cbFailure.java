// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.sim.RandomStream;

/** Failures of OCFS2 on its own stack: heartbeat on the disk, o2net, o2dlm. A node that should not go on resets itself. */
final class O2cbFailure extends StackFailure {

    /** O2NET_KEEPALIVE_DELAY_MS_DEFAULT: a silent connection carries a message every 2 s. */
    private static final long KEEPALIVE = 2 * Times.SECOND;
    /** The master of a negotiation looks so often whether all nodes stall (heartbeat.c:o2hb_nego_timeout). */
    private static final long NEGOTIATION_POLL = Times.SECOND;
    private static final String HEARTBEAT = "kernel reference 3.7; cluster/heartbeat.c";
    private static final String QUORUM = "kernel reference 3.7; cluster/quorum.c:o2quo_make_decision";
    private static final String FENCED = "o2cb fences by reset: fence_method";

    private final KernelTimer timer;
    private final DiskHeartbeat heartbeat;
    private final RecoveryCosts costs;
    private final long idle;
    private final String idleSetting;
    private final boolean negotiates;

    O2cbFailure(FailurePlan plan, Ocfs2Spec spec) {
        super(plan, spec);
        timer = KernelTimer.of(plan.scenario());
        heartbeat = DiskHeartbeat.of(spec, timer);
        costs = RecoveryCosts.of(plan.scenario(), spec, LostWork.rate(plan.scenario(), true));
        idle = spec.idleTimeout().toNanos();
        idleSetting = "O2CB_IDLE_TIMEOUT_MS=" + spec.idleTimeout().toMillis();
        negotiates = KernelProfiles.isSince(plan.scenario().cluster().kernel(), 4, 8);
    }

    @Override
    void nodeDies(Timeline timeline, RandomStream dice) {
        Node node = plan.node().orElseThrow();
        timeline.step(0, CommonSteps.dies(node));
        timeline.outage(node, 0, End.DOWN);
        waitForDead(timeline, plan.others(), node);
        silence(timeline, dice, List.of(node), plan.others(), heartbeat.lastWrite(dice, 0));
    }

    @Override
    void nodeHangs(Timeline timeline, RandomStream dice) {
        Node node = plan.node().orElseThrow();
        long back = plan.end();
        long last = heartbeat.lastWrite(dice, 0);
        timeline.step(0, CommonSteps.hangs(node));
        waitForDead(timeline, plan.others(), node);
        long timeout = last + heartbeat.writeTimeout(dice);
        if (back < timeout) {
            retransmitted(timeline, CommonSteps.wakes(node, "its heartbeat goes on before anyone gave it up", heartbeat.setting(), HEARTBEAT));
            return;
        }
        if (back != Long.MAX_VALUE) {
            timeline.step(back, CommonSteps.wakes(node, "its heartbeat is overdue, so it resets itself as soon as its timers run",
                    heartbeat.setting(), HEARTBEAT));
        }
        timeline.outage(node, 0, End.DOWN);
        silence(timeline, dice, List.of(node), plan.others(), last);
    }

    @Override
    void networkCut(Timeline timeline, RandomStream dice) {
        List<List<Node>> sides = plan.sides();
        // o2quo and an arbiter (ffsplit) choose alike: exactly one of two sides lives
        List<Node> losers = Quorum.prefers(sides.get(0), sides.get(1)) ? sides.get(1) : sides.get(0);
        List<Node> winners = losers == sides.get(1) ? sides.get(0) : sides.get(1);
        timeline.step(0, CommonSteps.cut(sides));
        timeline.step(0, CommonSteps.waiting(all, "they need a lock from the other side"));
        long back = plan.end();
        long firstIdle = Long.MAX_VALUE;
        Map<Node, Long> decisions = new LinkedHashMap<>();
        for (Node loser : losers) {
            long idleAt = silent(dice);
            firstIdle = Math.min(firstIdle, idleAt);
            decisions.put(loser, idleAt + heartbeat.quorumDelay(dice));
        }
        if (firstIdle < back) {
            timeline.step(firstIdle, new Step(Times.names(all), Component.O2NET, "finds the connections to the other side idle and starts the"
                    + " quorum delay; the connections stay", "nothing came for so long", idleSetting,
                    "kernel reference 3.7; cluster/tcp.c:o2net_idle_timer"));
        }
        long decided = decisions.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        if (back < decided) {
            retransmitted(timeline, CommonSteps.networkBack());
            return;
        }
        long lastWrite = Long.MIN_VALUE;
        for (Node loser : losers) {
            timeline.outage(loser, 0, decisions.get(loser), End.DOWN);
            lastWrite = Math.max(lastWrite, heartbeat.lastWrite(dice, decisions.get(loser)));
        }
        timeline.step(decided, new Step(Times.names(losers), Component.O2QUO, "fences itself; " + Times.names(winners) + (winners.size() == 1 ? " stays" : " stay"),
                rule(losers), heartbeat.setting() + ", " + idleSetting, QUORUM));
        silence(timeline, dice, losers, winners, lastWrite);
    }

    /** From the failure on: the last message came up to a keepalive earlier. */
    private long silent(RandomStream dice) {
        return timer.fires(dice, idle) - Times.phase(dice, KEEPALIVE);
    }

    private String rule(List<Node> losers) {
        return "the quorum delay, (threshold + 2) * 2 s, is over, and it reaches " + losers.size() + " of " + all.size()
                + " nodes that heartbeat" + (2 * losers.size() == all.size() ? ", half of them without the lowest number" : "");
    }

    @Override
    void storageLost(Timeline timeline, RandomStream dice) {
        Node node = plan.node().orElseThrow();
        List<Node> others = plan.others();
        long back = plan.end();
        long last = heartbeat.lastWrite(dice, 0);
        timeline.step(0, CommonSteps.noPath(List.of(node)));
        if (!others.isEmpty()) {
            timeline.step(0, CommonSteps.waiting(others, "they need a lock whose changes " + node.name() + " cannot write"));
        }
        long ask = last + heartbeat.negotiateAfter(dice);
        long fence = last + heartbeat.writeTimeout(dice);
        if (negotiates && ask < Math.min(back, pathTimeout) && !others.isEmpty()) {
            timeline.step(ask, new Step(node.name(), Component.O2HB, "asks the others whether their heartbeat hangs too; they do not agree,"
                    + " so its timer runs on", "half the write timeout is over", heartbeat.setting(), HEARTBEAT + ":o2hb_nego_timeout"));
        }
        if (back <= pathTimeout && back < fence) {
            goOn(timeline, CommonSteps.pathBack(List.of(node)), all);
            return;
        }
        if (pathTimeout < Math.min(back, fence)) {
            timeline.step(pathTimeout, readOnly(List.of(node)));
        }
        if (back < fence) {
            timeline.step(back, CommonSteps.pathBack(List.of(node)));
            timeline.outage(node, 0, pathTimeout, End.ERRORS);
            timeline.outages(others, 0, End.BLOCKED);
            return;
        }
        timeline.outage(node, 0, Math.min(pathTimeout, fence), End.DOWN);
        timeline.step(fence, fences(List.of(node)));
        silence(timeline, dice, List.of(node), others, last);
    }

    private Step readOnly(List<Node> nodes) {
        return new Step(Times.names(nodes), Component.OCFS2, "gets I/O errors and turns read-only; the heartbeat fails too",
                "no path for " + Times.seconds(pathTimeout), CommonSteps.PATH_SETTING, "provisioning reference 1.7");
    }

    private Step fences(List<Node> nodes) {
        return new Step(Times.names(nodes), Component.O2HB, "fences itself", "no heartbeat was written for (threshold - 1) * 2 s = "
                + Times.seconds(heartbeat.writeTimeout()), heartbeat.setting(), HEARTBEAT + ":o2hb_write_timeout; " + FENCED);
    }

    @Override
    void lunStalls(Timeline timeline, RandomStream dice) {
        long back = plan.end();
        Map<Node, Long> armed = new LinkedHashMap<>();
        all.forEach(node -> armed.put(node, heartbeat.lastWrite(dice, 0)));
        timeline.step(0, CommonSteps.noPath(all));
        negotiate(timeline, dice, armed, Math.min(back, pathTimeout));
        if (pathTimeout < back) {
            timeline.step(pathTimeout, readOnly(all));
        }
        List<Node> fenced = new ArrayList<>();
        for (Node node : all) {
            long fence = armed.get(node) + heartbeat.writeTimeout(dice);
            if (fence < back) {
                fenced.add(node);
                timeline.outage(node, 0, Math.min(pathTimeout, fence), End.DOWN);
                timeline.step(fence, fences(all));
            } else if (pathTimeout < back) {
                timeline.outage(node, 0, pathTimeout, End.ERRORS);
            } else {
                timeline.outage(node, 0, back, End.RESUMED);
            }
        }
        if (back != Long.MAX_VALUE) {
            timeline.step(back, CommonSteps.lunBack());
        }
        if (fenced.size() == all.size() && back != Long.MAX_VALUE) {
            timeline.step(back, new Step(Times.names(all), Component.OCFS2, "can be booted and mounted: the first one replays all journals",
                    "all nodes have reset themselves", "", "kernel reference 2.5"));
        }
    }

    /** While all of them hang without an error, the nodes agree every half write timeout to wait on. */
    private void negotiate(Timeline timeline, RandomStream dice, Map<Node, Long> armed, long hangs) {
        if (!negotiates) {
            return;
        }
        Node master = all.stream().min(Comparator.comparingInt(Node::number)).orElseThrow();
        boolean first = true;
        while (true) {
            Map<Node, Long> fired = new LinkedHashMap<>();
            armed.forEach((node, at) -> fired.put(node, at + heartbeat.negotiateAfter(dice)));
            long asked = fired.get(master);
            long heard = Collections.max(fired.values());
            long polls = (heard - asked + NEGOTIATION_POLL - 1) / NEGOTIATION_POLL;
            long agreed = asked + polls * NEGOTIATION_POLL;
            if (agreed >= hangs) {
                return;
            }
            if (first) {
                timeline.step(agreed, new Step(Times.names(all), Component.O2HB, "agrees among them that the heartbeat of all hangs, and starts the"
                        + " timers anew, and again each time", "half the write timeout is over; kernels before 4.8 would reset themselves",
                        heartbeat.setting(), HEARTBEAT + ":o2hb_nego_timeout"));
                first = false;
            }
            armed.replaceAll((node, before) -> agreed + (node.equals(master) ? 0 : costs.message()));
        }
    }

    private void waitForDead(Timeline timeline, List<Node> others, Node node) {
        if (!others.isEmpty()) {
            timeline.step(0, CommonSteps.waiting(others, "they need a lock from " + node.name() + ", or a new one: it is asked for each"));
        }
    }

    /** Nodes that no longer heartbeat are declared dead and recovered. */
    private void silence(Timeline timeline, RandomStream dice, List<Node> dead, List<Node> survivors, long lastWrite) {
        if (survivors.isEmpty()) {
            return;
        }
        Map<Node, Long> evicted = heartbeat.death(dice, lastWrite, survivors);
        long first = evicted.values().stream().mapToLong(Long::longValue).min().orElseThrow();
        long idleAt = silent(dice);
        boolean silent = plan.kind() == FailureKind.NODE_DIES || plan.kind() == FailureKind.NODE_HANGS;
        if (silent && idleAt < Math.min(first, plan.end())) {
            timeline.step(idleAt, new Step(Times.names(survivors), Component.O2NET, "logs that the connection has been idle, and again each"
                    + " time; waits on", "nothing came for so long", idleSetting, "kernel reference 3.7; cluster/tcp.c:o2net_idle_timer"));
        }
        timeline.step(first, new Step(Times.names(survivors), Component.O2HB, "declares " + Times.names(dead) + " dead; o2net closes the"
                + " connection, o2dlm evicts it", heartbeat.threshold() + " heartbeats, one each " + Times.seconds(heartbeat.interval()) + ", without a change", heartbeat.setting(),
                HEARTBEAT + ":o2hb_check_slot"));
        O2dlmRecovery.play(timeline, dice, costs, evicted, dead)
                .forEach((survivor, resumed) -> timeline.outage(survivor, 0, resumed, End.RESUMED));
    }
}
