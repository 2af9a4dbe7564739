// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.List;
import org.quorate.model.OperationShare;

/**
 * What operations meet in a phase, from who uses which files how often: files used at random are met like Poisson events (coupon
 * collector), files used in order one after the other. Used by one thread.
 */
final class Meetings {

    private final List<OperationShare> mix;
    private final FileSetState[] states;
    private final double[][] counts;
    private final double from;
    private final double threads;
    private final boolean chance;
    private final int nodes;
    private final double[][] cold;
    /** By item: live files of its set, and each owner's share of them. */
    private final double[] live;
    private final double[][] shares;
    private final double[][][] overAll;

    /**
     * Prepares it.
     *
     * @param mix    the items
     * @param states of their file sets, as the phase begins
     * @param counts operations by node and item in the whole phase
     * @param from   the measured part begins after this share of the phase
     * @param threads of a node
     * @param chance the numbers of operations are not given but happen
     */
    Meetings(List<OperationShare> mix, FileSetState[] states, double[][] counts, double from, double threads, boolean chance) {
        this.chance = chance;
        this.threads = threads;
        this.mix = mix;
        this.states = states;
        this.counts = counts;
        this.from = Math.min(from, 0.999);
        nodes = counts.length;
        live = new double[mix.size()];
        shares = new double[mix.size()][nodes];
        overAll = new double[mix.size()][Use.values().length][];
        for (int item = 0; item < mix.size(); item++) {
            live[item] = states[item].live();
            for (int owner = 0; owner < nodes; owner++) {
                shares[item][owner] = FileSetState.share(states[item].live(owner), live[item]);
            }
        }
        cold = new double[nodes][mix.size()];
        for (int node = 0; node < nodes; node++) {
            for (int item = 0; item < mix.size(); item++) {
                cold[node][item] = Usage.usesFile(mix.get(item).operation()) && counts[node][item] > 0 ? files(node, item).cold() : 0;
            }
        }
    }

    /** What one item's operations meet on a node. */
    Encounter of(int node, int item) {
        Encounter.Directory directory = directory(node, item);
        Files files = Usage.usesFile(mix.get(item).operation()) ? files(node, item) : Files.NONE;
        return new Encounter(files.cold, files.fresh, files.dataCold, files.writeCold, files.writeFresh, files.rwCold, files.rwFresh,
                open(node, item), files.lockCold, files.lockFresh, files.lostForRead, files.lostForWrite,
                files.recentForWrite, Math.max(0, Math.min(1, master(node, item, files))), peers(node, item), directory, order(node, item));
    }

    private record Files(double cold, double fresh, double dataCold, double writeCold, double writeFresh, double rwCold,
            double rwFresh, double lockCold, double lockFresh, double lostForRead, double lostForWrite, double recentForWrite) {

        static final Files NONE = new Files(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private Files files(int node, int item) {
        return Reach.of(mix.get(item)) == Reach.RANDOM ? atRandom(node, item) : inOrder(node, item);
    }

    /** Share of an item's operations that go to each owner's files. */
    private double owner(int node, int item, int owner) {
        return switch (Reach.of(mix.get(item))) {
            case OWN -> owner == node ? 1 : 0;
            case NEXT -> owner == (node + 1) % nodes ? 1 : 0;
            case FIRST -> owner == 0 ? 1 : 0;
            case EACH, RANDOM -> shares[item][owner];
        };
    }

    private double targets(int node, int item) {
        FileSetState state = states[item];
        return Math.max(1, switch (Reach.of(mix.get(item))) {
            case OWN -> state.live(node);
            case NEXT -> state.live((node + 1) % nodes);
            case FIRST -> 1;
            case EACH, RANDOM -> live[item];
        });
    }

    private Popularity popularity(int item) {
        return Popularity.of(mix.get(item), live[item]);
    }

    /** Uses of the set's files by a node, of items of a kind, that the given owner's files get on average. */
    private double uses(int node, FileSetState state, int owner, Use use) {
        double sum = 0;
        for (int item = 0; item < mix.size(); item++) {
            if (states[item] == state && Usage.usesFile(mix.get(item).operation()) && use.is(mix.get(item))) {
                sum += counts[node][item] * owner(node, item, owner);
            }
        }
        return sum;
    }

    /** The same over all owners, weighted as an item uses them, by so many files. */
    private double perTarget(int by, int node, int item, Use use) {
        FileSetState state = states[item];
        return switch (Reach.of(mix.get(item))) {
            case OWN -> uses(by, state, node, use) / Math.max(1, state.live(node));
            case NEXT -> uses(by, state, (node + 1) % nodes, use) / Math.max(1, state.live((node + 1) % nodes));
            case FIRST -> uses(by, state, 0, use);
            case EACH, RANDOM -> overAll(item, use)[by];
        };
    }

    /** By each node, of an item that uses the files of all owners. Reckoned once: every node's figures are made of it. */
    private double[] overAll(int item, Use use) {
        double[] known = overAll[item][use.ordinal()];
        if (known == null) {
            known = new double[nodes];
            for (int by = 0; by < nodes; by++) {
                for (int owner = 0; owner < nodes; owner++) {
                    double weight = shares[item][owner];
                    known[by] += weight > 0 ? weight * uses(by, states[item], owner, use) / Math.max(1, states[item].live(owner)) : 0;
                }
            }
            overAll[item][use.ordinal()] = known;
        }
        return known;
    }

    private double othersPerTarget(int node, int item, Use use) {
        double sum = 0;
        for (int other = 0; other < nodes; other++) {
            sum += other == node ? 0 : perTarget(other, node, item, use);
        }
        return sum;
    }

    private double knownShare(int node, int item, double[][] what) {
        return overOwners(node, item, owner -> share(node, item, owner, what));
    }

    private double knownToOthers(int node, int item) {
        return overOwners(node, item, owner -> states[item].knownToOthers(node, owner));
    }

    private interface OfOwner {
        double of(int owner);
    }

    private double overOwners(int node, int item, OfOwner of) {
        double sum = 0;
        for (int owner = 0; owner < nodes; owner++) {
            double weight = owner(node, item, owner);
            sum += weight == 0 ? 0 : weight * of.of(owner);
        }
        return sum;
    }

    private double share(int node, int item, int owner, double[][] what) {
        return FileSetState.share(states[item].knows(node, owner, what), states[item].live(owner));
    }

    /** The mean of e^-rt over the measured part. */
    private double untouched(double rate) {
        return rate < 1e-9 ? 1 : (Math.exp(-rate * from) - Math.exp(-rate)) / (rate * (1 - from));
    }

    private Files atRandom(int node, int item) {
        FileSetState state = states[item];
        Popularity popularity = popularity(item);
        double files = targets(node, item);
        double own = perTarget(node, node, item, Use.ANY) * files;
        double others = othersPerTarget(node, item, Use.ANY) * files;
        double reading = perTarget(node, node, item, Use.READ) * files;
        double writing = perTarget(node, node, item, Use.CHANGE) * files;
        double othersWriting = othersPerTarget(node, item, Use.CHANGE) * files;
        double locking = perTarget(node, node, item, Use.LOCK) * files;
        double othersLocking = othersPerTarget(node, item, Use.LOCK) * files;
        double unknown = 1 - knownShare(node, item, state.known);
        double unknownToAll = overOwners(node, item, o -> (1 - share(node, item, o, state.known)) * (1 - state.knownToOthers(node, o)));
        double knownElsewhere = overOwners(node, item, o -> (1 - share(node, item, o, state.written)) * state.knownToOthers(node, o));
        double unwritten = 1 - knownShare(node, item, state.written);
        double data = perTarget(node, node, item, Use.WRITE_DATA) * files;
        double othersData = othersPerTarget(node, item, Use.WRITE_DATA) * files;
        double unwrittenData = 1 - knownShare(node, item, state.rw);
        double unlocked = 1 - knownShare(node, item, state.locked);
        double recent = popularity.overOperations(q -> last(q * others, q * writing));
        return new Files(unknown * popularity.overOperations(q -> untouched(q * own)),
                unknownToAll * popularity.overOperations(q -> untouched(q * (own + others))),
                (1 - knownShare(node, item, state.data)) * popularity.overOperations(q -> untouched(q * reading)),
                unwritten * popularity.overOperations(q -> untouched(q * writing)),
                unwritten * popularity.overOperations(q -> untouched(q * (writing + othersWriting))),
                unwrittenData * popularity.overOperations(q -> untouched(q * data)),
                unwrittenData * popularity.overOperations(q -> untouched(q * (data + othersData))),
                unlocked * popularity.overOperations(q -> untouched(q * locking)),
                unlocked * popularity.overOperations(q -> untouched(q * (locking + othersLocking))),
                popularity.overOperations(q -> last(q * othersWriting, q * own)),
                Math.min(1, recent + knownElsewhere * popularity.overOperations(q -> untouched(q * (others + writing)))), recent);
    }

    /** Probability that the last of two kinds of Poisson events was of the first kind, over the measured part. */
    private double last(double theirs, double ours) {
        return theirs <= 0 || theirs + ours < 1e-12 ? 0 : theirs / (theirs + ours) * (1 - untouched(theirs + ours));
    }

    private Files inOrder(int node, int item) {
        FileSetState state = states[item];
        double cold = firstVisits(node, item, state.known, Use.ANY);
        double unknown = 1 - knownShare(node, item, state.known);
        double unknownToAll = overOwners(node, item, o -> (1 - share(node, item, o, state.known)) * (1 - state.knownToOthers(node, o)));
        double others = othersPerTarget(node, item, Use.ANY);
        double own = perTarget(node, node, item, Use.ANY);
        double alone = raced(node, item) * untouched(othersAtRandom(node, item));
        double changes = perTarget(node, node, item, Use.CHANGE);
        double othersChanges = othersPerTarget(node, item, Use.CHANGE);
        double writeCold = firstVisits(node, item, state.written, Use.CHANGE);
        double lockCold = firstVisits(node, item, state.locked, Use.LOCK);
        double rwCold = firstVisits(node, item, state.rw, Use.WRITE_DATA);
        double recent = last(others, changes);
        return new Files(cold, unknown <= 0 ? 0 : cold * unknownToAll / unknown * alone,
                firstVisits(node, item, state.data, Use.READ), writeCold,
                writeCold * untouched(othersChanges), rwCold, rwCold * untouched(othersPerTarget(node, item, Use.WRITE_DATA)), lockCold,
                lockCold * untouched(othersPerTarget(node, item, Use.LOCK)), last(othersChanges, own),
                Math.min(1, recent + knownToOthers(node, item) * writeCold), recent);
    }

    /** Uses of a file by other nodes that choose at random. */
    private double othersAtRandom(int node, int item) {
        return othersPerTarget(node, item, Use.AT_RANDOM);
    }

    /** All nodes that go through the same files at the same time: each is the first at its share of them. */
    private double raced(int node, int item) {
        int rivals = 1;
        for (int other = 0; other < nodes; other++) {
            boolean same = other != node && perTarget(other, node, item, Use.IN_ORDER) > 0;
            rivals += same ? 1 : 0;
        }
        return 1.0 / rivals;
    }

    /** Share of an item's operations that come to a file for the first time, of items of a kind that go through the files in order. */
    private double firstVisits(int node, int item, double[][] what, Use use) {
        FileSetState state = states[item];
        double all = counts[node][item];
        if (all <= 0 || !isAhead(node, item, use)) {
            return 0;
        }
        double begin = all * from;
        double end = Math.min(all, targets(node, item));
        double visits = Math.max(0, end - begin);
        if (visits == 0) {
            return 0;
        }
        Reach reach = Reach.of(mix.get(item));
        if (reach == Reach.EACH) {
            return unknownOfEach(node, item, what, begin, end) / (all - begin);
        }
        if (reach == Reach.FIRST) {
            return visits * (1 - knownShare(node, item, what)) / (all - begin);
        }
        int owner = reach == Reach.OWN ? node : (node + 1) % nodes;
        double prefix = Math.max(0, what[node][owner] - state.removed[owner]);
        double unknownEnd = reach == Reach.OWN ? Math.max(0, state.initial[owner] - state.removed[owner]) : state.live(owner);
        double unknown = Math.max(0, Math.min(end, unknownEnd) - Math.max(begin, prefix));
        if (prefix > 0 && end < unknownEnd && begin < prefix && chance) {
            // both numbers are chance: what the earlier phase has not come to although it did as much
            unknown = Queueing.normalExcess(end - prefix, Math.sqrt(end + prefix), 0);
        }
        return unknown / (all - begin);
    }

    /** Of all files, one owner's after the other's, from one to another: those that are not known. */
    private double unknownOfEach(int node, int item, double[][] what, double begin, double end) {
        FileSetState state = states[item];
        double unknown = 0;
        double first = 0;
        for (int owner = 0; owner < nodes; owner++) {
            double live = state.live(owner);
            double part = Math.max(0, Math.min(end, first + live) - Math.max(begin, first));
            unknown += part * (1 - share(node, item, owner, what));
            first += live;
        }
        return unknown;
    }

    /** Probability that a thread has the file open for an operation that keeps it so. */
    private double open(int node, int item) {
        if (mix.get(item).keepOpen()) {
            return 0;
        }
        double keeping = perTarget(node, node, item, Use.KEEP_OPEN) / threads;
        return 1 - untouched(keeping);
    }

    /** Of items that go through the same files, the most frequent one is first at each. */
    private boolean isAhead(int node, int item, Use use) {
        for (int other = 0; other < mix.size(); other++) {
            boolean rival = other != item && states[other] == states[item] && Usage.usesFile(mix.get(other).operation())
                    && Reach.of(mix.get(other)) == Reach.of(mix.get(item)) && use.is(mix.get(other));
            boolean faster = counts[node][other] > counts[node][item] || counts[node][other] == counts[node][item] && other < item;
            if (rival && faster) {
                return false;
            }
        }
        return true;
    }

    /**
     * Probability that the node masters a file that it uses: its own if all were mastered at the start, else those that it used before the
     * others, of which each is the first as often.
     */
    private double master(int node, int item, Files files) {
        FileSetState state = states[item];
        if (state.masterOfAll >= 0) {
            return state.masterOfAll == node ? 1 : 0;
        }
        double own = owner(node, item, node);
        if (state.warm) {
            return own;
        }
        double others = 1 - (1 - knownToOthers(node, item)) * untouched(othersPerTarget(node, item, Use.ANY));
        double first = Reach.of(mix.get(item)) == Reach.NEXT ? 0 : 1.0 / nodes;
        return own == 1 ? 1 : files.fresh() + (1 - files.cold()) * (1 - others * (1 - first));
    }

    private Encounter.Order order(int node, int item) {
        FileSetState state = states[item];
        boolean random = Reach.of(mix.get(item)) == Reach.RANDOM;
        double owners = 0;
        for (int owner = 0; owner < nodes; owner++) {
            owners += owner(node, item, owner) > 0 ? 1 - share(node, item, owner, state.known) : 0;
        }
        double met = 0;
        double before = 0;
        for (int other = 0; other < mix.size(); other++) {
            boolean same = states[other] == state && (other == item || random);
            met += same ? counts[node][other] * (1 - from) * cold[node][other] : 0;
            before += same ? counts[node][other] * from : 0;
        }
        return new Encounter.Order(state.live() / nodes, Math.max(1, owners), random, before, before + met);
    }

    private Peers peers(int node, int item) {
        int only = states[item].masterOfAll;
        if (only >= 0) {
            return Peers.one(nodes, only);
        }
        return Reach.of(mix.get(item)) == Reach.NEXT ? Peers.next(nodes) : Peers.uniform(nodes);
    }

    private double group(int node, int item, int group) {
        FileSetState state = states[item];
        if (!state.hasOwnDirectories()) {
            return 1;
        }
        boolean own = switch (mix.get(item).operation()) {
            case CREATE, MKDIR, RMDIR -> true;
            default -> false;
        };
        return own ? group == node ? 1 : 0 : owner(node, item, group);
    }

    private double directoryUses(int node, FileSetState state, int group, boolean changes) {
        double sum = 0;
        for (int item = 0; item < mix.size(); item++) {
            if (states[item] == state && (!changes || Usage.changesDirectory(mix.get(item).operation()))) {
                sum += counts[node][item] * group(node, item, group);
            }
        }
        return sum;
    }

    /** Searches of each directory of a group that a node makes in the phase. */
    double searches(int node, FileSetState state, int group) {
        double sum = 0;
        for (int item = 0; item < mix.size(); item++) {
            if (states[item] == state) {
                double share = Usage.changesDirectory(mix.get(item).operation()) ? 1 : cold[node][item];
                sum += counts[node][item] * group(node, item, group) * share;
            }
        }
        return sum / state.directoriesInGroup();
    }

    private Encounter.Directory directory(int node, int item) {
        FileSetState state = states[item];
        double[] sums = new double[8];
        for (int group = 0; group < state.groups(); group++) {
            double weight = group(node, item, group);
            if (weight > 0) {
                addGroup(sums, weight, node, state, group);
            }
        }
        return new Encounter.Directory(sums[0], sums[1], sums[2], sums[3], sums[4], state.set.nameLength(),
                state.directoriesInGroup(), sums[5], sums[6], sums[7]);
    }

    private void addGroup(double[] sums, double weight, int node, FileSetState state, int group) {
        double count = state.directoriesInGroup();
        double own = directoryUses(node, state, group, false);
        double ownChanges = directoryUses(node, state, group, true);
        double others = 0;
        double othersChanges = 0;
        double othersKnow = 0;
        int users = 1;
        for (int other = 0; other < nodes; other++) {
            double uses = other == node ? 0 : directoryUses(other, state, group, false);
            others += uses;
            users += uses > 0 ? 1 : 0;
            othersChanges += other == node ? 0 : directoryUses(other, state, group, true);
            othersKnow = other == node ? othersKnow : Math.max(othersKnow, state.knownDirectories[other][group]);
        }
        double measured = Math.max(1e-9, own * (1 - from));
        double unknown = count * (1 - state.knownDirectories[node][group])
                * (Math.pow(1 - 1 / count, own * from) - Math.pow(1 - 1 / count, own)) / measured;
        sums[0] += weight * unknown;
        sums[1] += weight * unknown * (1 - othersKnow) / users;
        sums[2] += weight * last(othersChanges / count, own / count);
        sums[3] += weight * last(others / count, ownChanges / count);
        sums[4] += weight * state.entries(group);
        double before = state.searches[node][group];
        double searches = searches(node, state, group);
        sums[5] += Double.isInfinite(before) ? 1e12 : weight * (before + searches * from);
        sums[6] += Double.isInfinite(before) ? 1e12 : weight * (before + searches);
        sums[7] += weight * measured;
    }

    /** Uses of each directory of a group by a node in the phase. */
    double usesOfDirectory(int node, FileSetState state, int group) {
        return directoryUses(node, state, group, false) / state.directoriesInGroup();
    }
}
