// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.util.List;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;

/**
 * What nodes know of file sets after a phase of so many operations. Used by one thread.
 *
 * @param mix    the items
 * @param states of their file sets
 * @param counts operations by node and item
 */
record Progress(List<OperationShare> mix, FileSetState[] states, double[][] counts) {

    /** Moves the states on to the end of the phase. */
    void apply(Meetings meetings) {
        for (int node = 0; node < counts.length; node++) {
            lose(node);
        }
        for (int node = 0; node < counts.length; node++) {
            learn(node);
            directories(node, meetings);
        }
        for (int node = 0; node < counts.length; node++) {
            change(node);
        }
    }

    /** What a node uses, others hold for writing no more. */
    private void lose(int node) {
        for (int item = 0; item < mix.size(); item++) {
            FileSetState state = states[item];
            if (counts[node][item] <= 0 || !Usage.usesFile(mix.get(item).operation())) {
                continue;
            }
            for (int owner = 0; owner < counts.length; owner++) {
                double kept = 1 - touched(node, item, owner, state);
                for (int other = 0; other < counts.length; other++) {
                    state.written[other][owner] *= other == node ? 1 : kept;
                }
            }
        }
    }

    /** Share of an owner's files that a node's operations of an item touch. */
    private double touched(int node, int item, int owner, FileSetState state) {
        double live = state.live(owner);
        double uses = counts[node][item];
        return switch (Reach.of(mix.get(item))) {
            case OWN -> owner == node ? FileSetState.share(uses, live) : 0;
            case NEXT -> owner == (node + 1) % counts.length ? FileSetState.share(uses, live) : 0;
            case FIRST -> owner == 0 ? FileSetState.share(1, live) : 0;
            case EACH -> FileSetState.share(uses, state.live());
            case RANDOM -> 1 - Math.exp(-uses / Math.max(1, state.live()));
        };
    }

    private void learn(int node) {
        for (int item = 0; item < mix.size(); item++) {
            Operation operation = mix.get(item).operation();
            if (counts[node][item] <= 0 || !Usage.usesFile(operation) || operation == Operation.UNLINK) {
                continue;
            }
            FileSetState state = states[item];
            for (int owner = 0; owner < counts.length; owner++) {
                learn(node, item, owner, state, state.known);
                if (Usage.readsData(operation)) {
                    learn(node, item, owner, state, state.data);
                }
                if (Usage.locks(operation)) {
                    learn(node, item, owner, state, state.locked);
                }
                if (Usage.writesData(operation)) {
                    learn(node, item, owner, state, state.rw);
                }
                if (Usage.changesFile(operation)) {
                    learn(node, item, owner, state, state.written);
                }
            }
        }
    }

    private void learn(int node, int item, int owner, FileSetState state, double[][] what) {
        OperationShare share = mix.get(item);
        double live = state.live(owner);
        double uses = counts[node][item];
        double end = state.removed[owner] + live;
        switch (Reach.of(share)) {
            case OWN -> what[node][owner] = owner == node ? Math.max(what[node][owner], Math.min(end, uses)) : what[node][owner];
            case NEXT -> {
                if (owner == (node + 1) % counts.length) {
                    what[node][owner] = Math.max(what[node][owner], Math.min(end, uses));
                }
            }
            case FIRST -> what[node][owner] = owner == 0 ? Math.max(what[node][owner], 1) : what[node][owner];
            case EACH -> {
                double before = 0;
                for (int earlier = 0; earlier < owner; earlier++) {
                    before += state.live(earlier);
                }
                what[node][owner] = Math.max(what[node][owner], Math.max(0, Math.min(live, uses - before)));
            }
            case RANDOM -> {
                double touched = Popularity.of(share, state.live()).overFiles(q -> 1 - Math.exp(-q * uses));
                double unknown = Math.max(0, live - state.knows(node, owner, what));
                what[node][owner] += unknown * touched;
            }
        }
    }

    private void directories(int node, Meetings meetings) {
        for (int item = 0; item < mix.size(); item++) {
            FileSetState state = states[item];
            boolean first = true;
            for (int earlier = 0; earlier < item; earlier++) {
                first &= states[earlier] != state;
            }
            for (int group = 0; group < state.groups() && first; group++) {
                double uses = meetings.usesOfDirectory(node, state, group);
                state.searches[node][group] += meetings.searches(node, state, group);
                state.knownDirectories[node][group] = 1 - (1 - state.knownDirectories[node][group]) * Math.exp(-uses);
            }
        }
    }

    private void change(int node) {
        for (int item = 0; item < mix.size(); item++) {
            FileSetState state = states[item];
            if (Usage.makes(mix.get(item).operation())) {
                state.made[node] += counts[node][item];
            }
            if (mix.get(item).operation() == Operation.UNLINK) {
                int owner = Reach.of(mix.get(item)) == Reach.NEXT ? (node + 1) % counts.length : node;
                double gone = Math.min(state.live(owner), counts[node][item]);
                state.remove(owner, gone);
            }
        }
    }
}
