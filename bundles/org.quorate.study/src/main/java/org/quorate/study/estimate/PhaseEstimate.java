// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Node;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.SizeDistribution;

/** The estimate of one phase of one contender; moves the state of the caches on to its end. Used by one thread. */
final class PhaseEstimate {

    /** What operations meet depends on their number, and that on how long they take: so many rounds settle it. */
    private static final int ROUNDS = 40;
    private static final double ENOUGH = 1e-3;
    /** Of the number of operations: what still moves by more after the last round has no figure. */
    private static final double UNSETTLED = 0.02;
    private static final double SECOND = 1e9;
    /** Uses of a lock in its minimum hold time from which on keeping it makes so many fewer hand-overs as the promise leaves open. */
    private static final double KEPT = Estimate.WITHIN;

    private final Scenario scenario;
    private final FileSystemSpec spec;
    private final Prices prices;
    private final Demands demands;
    private final Phase phase;
    private final FileSetState[] sets;
    private final History history;
    private final int nodes;
    private final Set<String> workers;
    private final FileSetState[] ofItem;
    private final List<NodeClass> classes;
    private MeanValues values;
    private boolean swings;

    PhaseEstimate(Scenario scenario, FileSystemSpec spec, Prices prices, Demands demands, Phase phase, FileSetState[] sets, History history) {
        this.scenario = scenario;
        this.spec = spec;
        this.prices = prices;
        this.demands = demands;
        this.phase = phase;
        this.sets = sets;
        this.history = history;
        nodes = scenario.cluster().nodes().size();
        workers = Set.copyOf(phase.workers(scenario.cluster().nodes().stream().map(Node::name).toList()));
        ofItem = new FileSetState[phase.mix().size()];
        for (int item = 0; item < ofItem.length; item++) {
            ofItem[item] = stateOf(phase.mix().get(item).fileSet());
        }
        classes = classes();
    }

    private FileSetState stateOf(String name) {
        for (FileSetState state : sets) {
            if (state.set.name().equals(name)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no file set " + name);
    }

    private String name(int node) {
        return scenario.cluster().nodes().get(node).name();
    }

    private boolean isActive(int node) {
        return workers.contains(name(node));
    }

    /** Nodes that do the same and begin with the same are one class. */
    private List<NodeClass> classes() {
        List<NodeClass> found = new ArrayList<>();
        List<List<Object>> keys = new ArrayList<>();
        List<List<Integer>> members = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            if (isActive(node) && sum(weights(node)) > 0) {
                List<Object> key = key(node);
                int at = keys.indexOf(key);
                if (at < 0) {
                    keys.add(key);
                    members.add(new ArrayList<>());
                    at = keys.size() - 1;
                }
                members.get(at).add(node);
            }
        }
        for (List<Integer> same : members) {
            Node first = scenario.cluster().nodes().get(same.get(0));
            found.add(new NodeClass(same.get(0), same, first.cores(), weights(same.get(0))));
        }
        return found;
    }

    private List<Object> key(int node) {
        List<Object> key = new ArrayList<>();
        key.add(scenario.cluster().nodes().get(node).cores());
        for (double weight : weights(node)) {
            key.add(weight);
        }
        for (FileSetState state : sets) {
            double others = 0;
            for (int owner = 0; owner < nodes; owner++) {
                others += owner == node ? 0 : state.known[node][owner];
            }
            key.add(state.masterOfAll == node);
            key.add(Math.rint(state.known[node][node]));
            key.add(Math.rint(others));
            key.add(Math.rint(state.made[node]));
        }
        return key;
    }

    /** Share of each item in a node's operations. */
    private double[] weights(int node) {
        double[] weights = new double[phase.mix().size()];
        for (int item = 0; item < weights.length; item++) {
            OperationShare share = phase.mix().get(item);
            if (share.nodes().isEmpty() || share.nodes().contains(name(node))) {
                weights[item] = phase.sequence() ? share.count().orElse(0) : share.weight();
            }
        }
        double sum = sum(weights);
        for (int item = 0; item < weights.length && sum > 0; item++) {
            weights[item] /= sum;
        }
        return weights;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Operations of a node in the whole phase. */
    private double count(NodeClass c) {
        double threads = phase.load() instanceof Phase.Closed closed ? closed.threads() : 1;
        if (phase.sequence()) {
            double each = 0;
            for (int item = 0; item < c.weights.length; item++) {
                each += c.weights[item] > 0 ? phase.mix().get(item).count().orElse(0) : 0;
            }
            return threads * each;
        }
        if (phase.operationsPerThread().isPresent()) {
            return threads * phase.operationsPerThread().getAsLong();
        }
        return c.throughput * phase.duration().toNanos() / SECOND;
    }

    /**
     * The figures; then the state of the caches is that of the phase's end.
     *
     * @param cancelled asked often, in this thread
     * @throws CancellationException if it was
     */
    Estimate.PhaseFigures figures(BooleanSupplier cancelled) {
        for (FileSetState state : sets) {
            Arrays.fill(state.lately, 0);
        }
        if (phase.dropCaches()) {
            drop();
        }
        if (classes.isEmpty()) {
            return new Estimate.PhaseFigures(phase.name(), List.of(), 0, 0, memory(), "none", 0, List.of());
        }
        double[][] counts = settle(cancelled);
        countMessages(counts);
        PhaseAssumptions assumptions = new PhaseAssumptions(scenario, spec, phase, ofItem, history, counts);
        List<Assumption> broken = assumptions.broken(classes, values);
        if (swings) {
            broken.add(new Assumption(Assumption.Kind.SETTLED, "with its figures the phase meets something else than they were reckoned from",
                    "they swing between two answers, and one of them is shown"));
        }
        new Progress(phase.mix(), ofItem, counts).apply(meetings(counts, 0));
        assumptions.remember();
        return new FigureWriter(phase, classes, values, broken, memory(), scenario.cluster().nodes()).figures();
    }

    private double[][] settle(BooleanSupplier cancelled) {
        double think = phase.load() instanceof Phase.Closed closed ? closed.thinkTime().mean().toNanos() : 0;
        for (NodeClass c : classes) {
            c.throughput = phase.load() instanceof Phase.Open open ? open.operationsPerSecond()
                    : ((Phase.Closed) phase.load()).threads() * SECOND / (think + prices.read());
        }
        double[][] counts = counts();
        for (int round = 0; round < ROUNDS; round++) {
            meet(counts, cancelled);
            values = new MeanValues(classes, phase.load(), prices, scenario.lun().queueDepth(), nodes, locks(),
                    spec instanceof Gfs2Spec ? 2 : 1);
            values.solve();
            double[][] now = counts();
            boolean settled = phase.counted() || isClose(counts, now, ENOUGH);
            swings = !phase.counted() && !isClose(counts, now, UNSETTLED);
            for (int node = 0; node < nodes; node++) {
                for (int item = 0; item < ofItem.length; item++) {
                    counts[node][item] = phase.counted() ? now[node][item] : (counts[node][item] + now[node][item]) / 2;
                }
            }
            if (settled && round > 0) {
                break;
            }
        }
        return counts;
    }

    private static boolean isClose(double[][] one, double[][] other, double share) {
        for (int node = 0; node < one.length; node++) {
            if (Math.abs(sum(one[node]) - sum(other[node])) > share * sum(one[node])) {
                return false;
            }
        }
        return true;
    }

    private double[][] counts() {
        double[][] counts = new double[nodes][ofItem.length];
        for (NodeClass c : classes) {
            double all = count(c);
            for (int node : c.members) {
                for (int item = 0; item < ofItem.length; item++) {
                    counts[node][item] = all * c.weights[item];
                }
            }
        }
        return counts;
    }

    /** Share of the phase before its measured part. */
    private double from() {
        return phase.counted() ? 0 : phase.warmUp().toNanos() / (double) Math.max(1, phase.duration().toNanos());
    }

    private Meetings meetings(double[][] counts, double from) {
        double threads = phase.load() instanceof Phase.Closed closed ? closed.threads() : 1;
        return new Meetings(phase.mix(), ofItem, counts, from, threads, !phase.counted() || !phase.sequence() && phase.mix().size() > 1);
    }

    /** Messages are counted from the beginning of the phase, warm-up included. */
    private void countMessages(double[][] counts) {
        Meetings meetings = meetings(counts, 0);
        for (NodeClass c : classes) {
            c.whole = c.paths;
            if (from() > 0) {
                c.whole = new Demands.Path[ofItem.length];
                for (int item = 0; item < ofItem.length; item++) {
                    c.whole[item] = c.weights[item] <= 0 ? null
                            : demands.of(phase.mix().get(item), ofItem[item].set.size(), held(c, item, meetings.of(c.node, item)));
                }
            }
        }
    }

    private void meet(double[][] counts, BooleanSupplier cancelled) {
        Meetings meetings = meetings(counts, from());
        for (NodeClass c : classes) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("cancelled");
            }
            c.paths = new Demands.Path[ofItem.length];
            c.keepsLocks = false;
            c.met = new Encounter[ofItem.length];
            for (int item = 0; item < ofItem.length; item++) {
                if (c.weights[item] > 0) {
                    OperationShare share = phase.mix().get(item);
                    SizeDistribution size = ofItem[item].set.size();
                    c.met[item] = held(c, item, meetings.of(c.node, item));
                    c.paths[item] = demands.of(share, size, c.met[item]);
                }
            }
            c.sumUp();
            c.alone = c.mean.alone() - c.mean.handOver;
        }
        for (NodeClass c : classes) {
            holds(c);
        }
    }

    /** What is left of hold times, from how often the locks of each item change hands. */
    private void holds(NodeClass c) {
        c.directoryHold = new double[ofItem.length];
        c.fileHold = new double[ofItem.length];
        for (int item = 0; item < ofItem.length; item++) {
            if (c.weights[item] > 0 && demands.minimumHold() > 0) {
                double ofDirectory = 0;
                double ofFiles = 0;
                for (NodeClass other : classes) {
                    double rate = other.members.size() * other.throughput / SECOND;
                    for (int i = 0; i < ofItem.length; i++) {
                        if (ofItem[i] == ofItem[item] && other.weights[i] > 0) {
                            Encounter met = other.met[i];
                            boolean changes = Usage.changesDirectory(phase.mix().get(i).operation());
                            ofDirectory += rate * other.weights[i]
                                    * (met.directory().lostForRead() + (changes ? met.directory().lostForWrite() : 0));
                            ofFiles += rate * other.weights[i] * (met.lostForRead() + met.recentForWrite());
                        }
                    }
                }
                double directories = ofItem[item].groups() * ofItem[item].directoriesInGroup();
                c.directoryHold[item] = ofDirectory <= 0 ? 0 : demands.holdTime(directories / ofDirectory);
                c.fileHold[item] = ofFiles <= 0 ? 0 : demands.holdTime(files(item) / ofFiles);
            }
        }
    }

    /**
     * A lock that others want is kept for its minimum hold time, and the node does with it what it can meanwhile: so many uses share one
     * hand-over (kernel reference 3.1).
     */
    private Encounter held(NodeClass c, int item, Encounter met) {
        double hold = demands.minimumHold();
        if (hold == 0) {
            return met;
        }
        double alone = c.alone > 0 ? c.alone : prices.read();
        double rate = phase.load() instanceof Phase.Open open ? open.operationsPerSecond() / SECOND
                : ((Phase.Closed) phase.load()).threads() / (((Phase.Closed) phase.load()).thinkTime().mean().toNanos() + alone);
        double files = files(item);
        double directories = Math.max(1, met.directory().count());
        double lostFile = Math.max(met.lostForRead(), met.lostForWrite());
        double lostDirectory = Math.max(met.directory().lostForRead(), met.directory().lostForWrite());
        boolean changes = Usage.changesDirectory(phase.mix().get(item).operation());
        double usesOfFile = met.recentForWrite() * hold * rate / files;
        double usesOfDirectory = (changes ? lostDirectory : met.directory().lostForRead()) * hold * rate / directories;
        c.keepsLocks |= usesOfFile > KEPT || usesOfDirectory > KEPT;
        return met.scaled(1 / (1 + lostFile * hold * rate / files), 1 / (1 + usesOfDirectory));
    }

    /** Among how many files of all nodes an item's operations are spread. */
    private double files(int item) {
        return Reach.of(phase.mix().get(item)) == Reach.FIRST ? 1 : Math.max(1, ofItem[item].live());
    }

    /** Among how many locks hand-overs are spread: directories that are changed, else files. */
    private double locks() {
        double directories = 0;
        double files = 0;
        boolean changed = false;
        for (int item = 0; item < ofItem.length; item++) {
            boolean changes = Usage.changesDirectory(phase.mix().get(item).operation());
            changed |= changes;
            directories = Math.max(directories, changes ? ofItem[item].groups() * ofItem[item].directoriesInGroup() : 0);
            files = Math.max(files, files(item));
        }
        return changed ? directories : files;
    }

    private void drop() {
        for (FileSetState state : sets) {
            for (int node = 0; node < nodes; node++) {
                if (isActive(node)) {
                    state.forget(node);
                }
            }
        }
    }

    private List<Estimate.NodeMemory> memory() {
        return new LockMemory(demands, sets, nodes).bytes(scenario.cluster().nodes());
    }
}
