// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.quorate.advice.fleet.FleetReport;
import org.quorate.app.InventoryNodes;
import org.quorate.app.NodeAccess;
import org.quorate.app.NodeQuestions;
import org.quorate.model.Scenario;
import org.quorate.ui.News;

/** The inventory that was taken last, which all windows show. Thread-safe; listeners are called in the thread that brings the news. */
public final class Inventories extends News {

    /**
     * An inventory. Immutable.
     *
     * @param report  what was found
     * @param remarks on the configuration of ssh
     * @param when    it was there
     */
    public record Taken(FleetReport report, List<String> remarks, Instant when) {
        public Taken {
            remarks = List.copyOf(remarks);
        }
    }

    private final InventoryNodes inventory;
    private final NodeRuns runs;
    private final Clock clock;
    private Optional<NodeRun<Taken>> latest = Optional.empty();
    private Optional<Taken> taken = Optional.empty();

    public Inventories(InventoryNodes inventory, NodeRuns runs, Clock clock) {
        this.inventory = inventory;
        this.runs = runs;
        this.clock = clock;
    }

    /** Starts to take one. */
    public NodeRun<Taken> take(String title, Optional<Scenario> scenario, Map<String, String> hosts, NodeAccess access, NodeQuestions questions) {
        return runs.start(title, progress -> {
            List<String> remarks = Collections.synchronizedList(new ArrayList<>());
            FleetReport report = inventory.inventory(hosts, scenario, access, questions, remarks::add, progress);
            return new Taken(report, remarks, clock.instant());
        }, this::begin);
    }

    private void begin(NodeRun<Taken> run) {
        synchronized (this) {
            latest = Optional.of(run);
        }
        run.onChange(() -> {
            synchronized (this) {
                run.found().ifPresent(found -> taken = Optional.of(found));
            }
            tell();
        });
        tell();
    }

    /** The latest, whether it has ended or not. */
    public synchronized Optional<NodeRun<Taken>> latest() {
        return latest;
    }

    /** What was found last: an inventory that fails or is cancelled leaves it. */
    public synchronized Optional<Taken> taken() {
        return taken;
    }

    /** What was found last is not of the latest, which has failed or was cancelled. */
    public synchronized boolean isEarlier() {
        return taken.isPresent() && latest.map(NodeRun::state)
                .filter(state -> state == NodeRun.State.FAILED || state == NodeRun.State.CANCELLED).isPresent();
    }

    /** Shows what was found at another time. */
    public void show(Taken other) {
        synchronized (this) {
            taken = Optional.of(other);
            latest = Optional.empty();
        }
        tell();
    }
}
