// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.model.KernelProfile;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.study.RunEngine;
import org.quorate.study.StudyFailedException;
import org.quorate.study.StudyListener;
import org.quorate.study.observe.Observation.SlabRow;

/**
 * Simulates a file system, and shows the caches and locks of one node beside those of a real one. Thread-safe; the result depends on
 * scenario, seed, files and version only, not on the number of threads.
 */
public final class ObserveStudy {

    private final PhaseRuns.Maker maker;

    /**
     * A study.
     *
     * @param engine  makes the runs
     * @param kernels finds the profile of a kernel version
     * @param threads that make runs at the same time, at least 1
     * @param version of the program, for the result
     */
    public ObserveStudy(RunEngine engine, Function<String, KernelProfile> kernels, int threads, String version) {
        this.maker = new PhaseRuns.Maker(engine, kernels, threads, version);
    }

    /**
     * Which node at which time.
     *
     * @param fileSystem label of one of the scenario's
     * @param node       name of one of the scenario's
     * @param phase      name of one of the scenario's; its end counts
     */
    public record Place(String fileSystem, String node, String phase) {
    }

    /**
     * Runs all replications and compares.
     *
     * @throws IllegalArgumentException if the scenario has no such file system, node or phase
     * @throws CancellationException    if cancelled
     * @throws StudyFailedException     if a run failed
     */
    public Observation observe(Scenario scenario, Place place, ActualState actual, StudyListener listener, BooleanSupplier cancelled) {
        int node = scenario.cluster().nodes().stream().map(Node::name).toList().indexOf(place.node());
        if (node < 0) {
            throw new IllegalArgumentException("no node " + place.node());
        }
        PhaseRuns runs = maker.make(scenario, place.fileSystem(), place.phase(), listener, cancelled);
        List<NodeCensus> census = runs.results().stream().map(result -> result.phases().get(runs.phase()).census().get(node)).toList();
        List<SlabRow> slabs = actual.slabs().isEmpty() ? List.of()
                : new SlabRows(runs.kernel(), node).of(census, runs.results().get(0).memory(), actual);
        return new Observation(Observation.FORMAT, runs.origin(), place.fileSystem(), runs.kind(), place.node(), place.phase(), slabs,
                actual.locks().map(uses -> LockRows.locks(census.stream().map(NodeCensus::locks).toList(), uses, actual.unlisted()))
                        .orElse(List.of()),
                actual.calls().map(calls -> LockRows.calls(census.stream().map(NodeCensus::calls).toList(), calls)).orElse(List.of()),
                notes(runs, slabs, actual));
    }

    private static List<String> notes(PhaseRuns runs, List<SlabRow> slabs, ActualState actual) {
        List<String> notes = new ArrayList<>(runs.notes());
        if (!slabs.isEmpty()) {
            notes.add("SLUB counts all objects of the slabs that a processor works with as active: for each cache some slabs too many.");
        }
        if (slabs.stream().anyMatch(SlabRow::shared)) {
            notes.add("The whole kernel uses the kmalloc caches and the dentries, so these have no ratio.");
        }
        List<String> merged = slabs.stream().filter(row -> row.objects().actual().isEmpty()).map(SlabRow::cache).toList();
        if (!merged.isEmpty()) {
            notes.add("Not in slabinfo: " + String.join(", ", merged) + "; unless the kernel was booted with slab_nomerge, caches of one size are merged "
                    + "under one name.");
        }
        if (actual.calls().isPresent()) {
            notes.add("What the mount leaves is there from the start of a simulation; its requests and holders are not.");
        }
        notes.addAll(actual.remarks());
        return notes;
    }
}
