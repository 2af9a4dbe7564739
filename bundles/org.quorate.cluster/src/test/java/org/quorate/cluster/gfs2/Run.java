// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.host.Instruments;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.result.MessageCount;
import org.quorate.cluster.result.NodeCensus;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.workload.InitialCaches;
import org.quorate.cluster.workload.PhaseRun;
import org.quorate.cluster.workload.Workload;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.SlabCache;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.sim.RandomStreams;

/** One run of GFS2 whose inside can be looked at, phase by phase. */
final class Run {

    private static final long MILLISECOND = 1_000_000L;

    final Scenario scenario;
    final Machine machine;
    final Gfs2 gfs2;
    final Map<String, PhaseResult> results = new LinkedHashMap<>();
    private final PhaseRun phases;

    Run(Scenario scenario) {
        this.scenario = scenario;
        Gfs2Spec spec = scenario.fileSystems().stream().filter(Gfs2Spec.class::isInstance).map(Gfs2Spec.class::cast)
                .findFirst().orElseThrow();
        machine = Machine.of(scenario, spec, KernelProfiles.named(scenario.cluster().kernel()),
                new RandomStreams(scenario.study().seed()).replication(0), Instruments.PLAIN);
        gfs2 = new Gfs2(machine, spec);
        Workload workload = new Workload(machine);
        RecipeBook book = new RecipeBook();
        machine.common().forEach(book::with);
        gfs2.mechanisms().forEach(book::with);
        book.with(workload);
        gfs2.write(book);
        workload.write(book);
        machine.interpreter().load(book);
        InitialCaches.build(machine, gfs2);
        gfs2.start();
        phases = new PhaseRun(machine, gfs2, workload, () -> false);
    }

    static Scenario read(String yaml) {
        ScenarioReading reading = ScenarioReader.read("test.yaml", yaml);
        return reading.document().orElseThrow(() -> new AssertionError(reading.problems().toString())).scenario();
    }

    static Scenario sample(String name) {
        return read(sampleText(name));
    }

    static String sampleText(String name) {
        try {
            return Files.readString(Path.of("../../sample-models", name, "scenario.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run all() {
        scenario.workload().phases().forEach(this::phase);
        return this;
    }

    PhaseResult phase(Phase phase) {
        PhaseResult result = phases.run(phase).orElseThrow();
        results.put(phase.name(), result);
        return result;
    }

    /** Checks all locks at every millisecond of simulated time. */
    Run watch() {
        int[] kind = new int[1];
        kind[0] = machine.interpreter().register((k, subject) -> {
            gfs2.verify();
            machine.interpreter().after(MILLISECOND, kind[0], 0);
        });
        machine.interpreter().after(MILLISECOND, kind[0], 0);
        return this;
    }

    /** Runs a recipe on every node at the same time, and what follows from it within a second. */
    void everywhere(String recipe) {
        for (int node = 0; node < machine.nodes(); node++) {
            machine.interpreter().start(machine.frames().create(node), machine.interpreter().entry(recipe), 0);
        }
        idle(1000 * MILLISECOND);
    }

    /** Lock messages since the start of the last phase, acknowledgements aside. */
    long messages() {
        return machine.network().traffic().counts(gfs2.lockKinds()).stream().filter(m -> !m.acknowledgement())
                .mapToLong(MessageCount::count).sum();
    }

    List<NodeCensus> censuses() {
        return IntStream.range(0, machine.nodes()).mapToObj(machine.census()::of).toList();
    }

    /** Objects on all nodes now. */
    long objects(SlabCache cache) {
        return objects(censuses(), cache);
    }

    /** Only what a mount keeps is locked: resource groups and the files of the statistics. */
    void assertOnlyPermanentGlocks(String message) {
        Glocks glocks = gfs2.glocks();
        for (int glock = 0; glock < glocks.rows(); glock++) {
            boolean permanent = glocks.node[glock] < 0 || glocks.kind(glock) == GlockKind.RGRP || glocks.is(glock, Glocks.PERMANENT);
            assertTrue(permanent, message + ": a glock is left");
        }
    }

    /** Lets time pass without any work. */
    void idle(long nanos) {
        long until = machine.interpreter().now() + nanos;
        machine.interpreter().runUntil(until, () -> false);
    }

    static double messages(PhaseResult phase) {
        return phase.messages().stream().filter(m -> !m.acknowledgement()).mapToLong(MessageCount::count).sum()
                / (double) phase.operationsTotal();
    }

    static double bytes(PhaseResult phase) {
        return phase.messages().stream().mapToLong(MessageCount::bytes).sum() / (double) phase.operationsTotal();
    }

    static long objects(List<NodeCensus> census, SlabCache cache) {
        return census.stream().mapToLong(c -> c.objects().getOrDefault(cache, 0L)).sum();
    }
}
