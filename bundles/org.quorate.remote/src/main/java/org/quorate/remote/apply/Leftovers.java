// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.quorate.remote.RemoteException;
import org.quorate.remote.Target;
import org.quorate.remote.inventory.Fleet;

/** Removes what nodes keep of runs, and tells of each node where it stays: nothing is left there silently. Thread-safe. */
final class Leftovers {

    /** So much time is there for it once the run is interrupted: who interrupts it does not wait long. */
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private final NodeSteps steps;
    private final NodeLinks links;
    private final ApplyRun.Surroundings around;
    private final int atOnce;

    Leftovers(NodeSteps steps, NodeLinks links, ApplyRun.Surroundings around, int atOnce) {
        this.steps = steps;
        this.links = links;
        this.around = around;
        this.atOnce = atOnce;
    }

    /** Removes what is kept of a run. That it cannot be is no failure: a restart of the node does it. */
    void remove(String run, Collection<String> nodes) {
        Map<String, Target> targets = new LinkedHashMap<>();
        nodes.forEach(node -> targets.put(node, around.targets().get(node)));
        Map<String, String> staying = new ConcurrentHashMap<>();
        nodes.forEach(node -> staying.put(node, "interrupted"));
        long began = System.nanoTime();
        BooleanSupplier over = () -> around.cancelled().getAsBoolean() && System.nanoTime() - began > GOODBYE.toNanos();
        try {
            new Fleet(atOnce).run(targets, (node, target, cancelled) -> {
                forget(node, run, cancelled, staying);
                return node;
            }, (number, node) -> {
                // It is told below.
            }, over);
        } catch (CancellationException e) {
            // Those that are left are told.
        }
        nodes.stream().filter(staying::containsKey)
                .forEach(node -> tell(run, node, staying.get(node) + "; it is gone when the node restarts"));
    }

    private void forget(String node, String run, BooleanSupplier cancelled, Map<String, String> staying) {
        try {
            steps.forget(links.of(node), run, cancelled);
            staying.remove(node);
        } catch (RemoteException e) {
            staying.put(node, e.getMessage());
        }
    }

    /** Tells that it stays for the next run that resumes this one. */
    void keep(String run, Collection<String> nodes) {
        nodes.forEach(node -> tell(run, node, "it is read there how a step has ended when the run is resumed"));
    }

    private void tell(String run, String node, String why) {
        around.told().remark(node, "/run/quorate/" + run + " stays: " + why);
    }
}
