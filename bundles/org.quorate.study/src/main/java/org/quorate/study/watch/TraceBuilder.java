// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.LockName;
import org.quorate.cluster.result.TimePart;
import org.quorate.cluster.watch.DiskRequests;
import org.quorate.cluster.watch.Stretch;
import org.quorate.cluster.watch.WatchedOperation;
import org.quorate.cluster.watch.WireMessage;
import org.quorate.model.Node;

/** Tells a watched operation in words. Not thread-safe; made for one trace. */
final class TraceBuilder {

    /** Lock modes by their numbers (cluster LockMode, include/uapi/linux/dlmconstants.h). */
    private static final List<String> MODES = List.of("NL", "CW", "PR", "EX");
    private static final int SECTORS_OF_BLOCK = 8;

    private final WatchedOperation operation;
    private final List<Node> nodes;
    private final Cast cast;

    TraceBuilder(WatchedOperation operation, List<Node> nodes) {
        this.operation = operation;
        this.nodes = nodes;
        cast = new Cast(operation, nodes);
    }

    /**
     * The trace.
     *
     * @param index      of the operation among those of its kind
     * @param operations how many there are
     * @param percentile share of them that took as long or less, in percent
     */
    OperationTrace trace(WatchPlan plan, String version, int index, int operations, double percentile) {
        List<Stage> stages = operation.stretches().stream().map(this::stage).toList();
        Map<TimePart, Long> parts = new EnumMap<>(TimePart.class);
        stages.forEach(stage -> parts.merge(stage.part(), stage.nanos(), Long::sum));
        return new OperationTrace(OperationTrace.FORMAT, plan.scenario().name(), plan.scenario().title(), version,
                plan.scenario().study().seed(), plan.contender().label(), plan.phase(), plan.operation(), nodes.get(operation.node()).name(),
                index, operations, percentile, operation.subject(), operation.directory(), operation.endedNanos() - operation.arrivedNanos(),
                operation.beganNanos() - operation.arrivedNanos(), parts, cast.lifelines(), stages, Repeats.of(stages), arrows(), locks(stages));
    }

    private long after(long nanos) {
        return nanos - operation.beganNanos();
    }

    private Stage stage(Stretch stretch) {
        boolean lun = stretch.part() == TimePart.LUN_SERVICE || stretch.part() == TimePart.LUN_QUEUE;
        return new Stage(lun ? cast.lun() : cast.lifeline(stretch.thread(), stretch.node()), after(stretch.fromNanos()), after(stretch.toNanos()), stretch.part(),
                stretch.handsOver(), what(stretch), stretch.recipe(), stretch.lock());
    }

    private String what(Stretch stretch) {
        String thread = Threads.name(stretch.thread());
        return switch (stretch.part()) {
            case OWN_CPU, REMOTE_CPU -> stretch.handsOver() ? "the next thread wakes up" : thread + " runs " + stretch.recipe();
            case CPU_WAIT -> (Threads.kind(stretch.thread()) == Lifeline.Kind.PROCESS ? thread : "the next thread")
                    + " wakes up or waits for a processor";
            case NETWORK -> operation.messages().stream().filter(m -> m.onPath() && m.sentNanos() == stretch.fromNanos()).findFirst()
                    .map(TraceBuilder::label).orElse("on the network");
            case LOCK_QUEUE -> "waits for its turn";
            case HOLD_TIME -> "the holder keeps the lock for its minimum time";
            case HOLDER_JOURNAL -> "the holder writes its journal, or checkpoints it";
            case OWN_JOURNAL -> "waits for the node's own journal";
            case LUN_SERVICE -> "the LUN serves: " + requests(stretch);
            case LUN_QUEUE -> "waits in the queue of the LUN";
        };
    }

    private String requests(Stretch stretch) {
        return operation.disk().stream().filter(requests -> requests.onPath() && requests.fromNanos() <= stretch.fromNanos()
                && stretch.fromNanos() < requests.toNanos()).findFirst().map(requests -> label(requests.counts())).orElse("a request");
    }

    private static String label(WireMessage message) {
        return message.type() + (message.mode().isPresent() && message.mode().getAsInt() >= 0 ? " " + MODES.get(message.mode().getAsInt()) : "");
    }

    private static String label(DiskCounts counts) {
        List<String> words = new ArrayList<>();
        if (counts.reads() > 0) {
            words.add(requests("read", counts.reads(), counts.readSectors()));
        }
        if (counts.writeSectors() > 0) {
            words.add(requests("write", counts.writes(), counts.writeSectors()));
        }
        if (counts.flushes() > 0) {
            words.add(counts.flushes() == 1 ? "flush" : counts.flushes() + " flushes");
        }
        return words.isEmpty() ? "request" : String.join(", ", words);
    }

    private static String requests(String verb, long requests, long sectors) {
        long blocks = Math.max(1, (sectors + SECTORS_OF_BLOCK - 1) / SECTORS_OF_BLOCK);
        return verb + " " + (blocks == 1 ? "a block" : blocks + " blocks") + (requests > 1 ? " in " + requests + " requests" : "");
    }

    private List<Arrow> arrows() {
        List<Arrow> arrows = new ArrayList<>();
        for (WireMessage message : operation.messages()) {
            arrows.add(new Arrow(Arrow.Kind.MESSAGE, cast.lifeline(message.sender(), message.from()),
                    cast.lifeline(message.receiver(), message.to()), after(message.sentNanos()), after(message.arrivedNanos()), label(message),
                    nodes.get(message.from()).name(), nodes.get(message.to()).name(), message.lock(), message.onPath()));
        }
        for (DiskRequests requests : operation.disk()) {
            arrows.add(new Arrow(Arrow.Kind.DISK, cast.lifeline(requests.thread(), requests.node()), cast.lun(), after(requests.fromNanos()),
                    after(requests.toNanos()), Threads.name(requests.thread()) + ": " + label(requests.counts()), nodes.get(requests.node()).name(), "", Optional.empty(),
                    requests.onPath()));
        }
        arrows.sort(Comparator.comparingLong(Arrow::sentNanos));
        return arrows;
    }

    private List<LockTime> locks(List<Stage> stages) {
        Map<LockName, Long> nanos = new LinkedHashMap<>();
        stages.forEach(stage -> stage.lock().ifPresent(lock -> nanos.merge(lock, stage.nanos(), Long::sum)));
        double latency = operation.endedNanos() - operation.arrivedNanos();
        return nanos.entrySet().stream().map(entry -> new LockTime(entry.getKey(), entry.getValue(), entry.getValue() / latency))
                .sorted(Comparator.comparingLong(LockTime::nanos).reversed()).toList();
    }
}
