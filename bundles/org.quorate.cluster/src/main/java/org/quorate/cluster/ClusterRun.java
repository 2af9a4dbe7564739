// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.quorate.cluster.engine.RecipeBook;
import org.quorate.cluster.fs.FileSystem;
import org.quorate.cluster.gfs2.Gfs2;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.local.LocalFileSystem;
import org.quorate.cluster.result.PhaseResult;
import org.quorate.cluster.result.RunResult;
import org.quorate.cluster.watch.LatencySurvey;
import org.quorate.cluster.watch.OperationRecorder;
import org.quorate.cluster.watch.Watch;
import org.quorate.cluster.watch.WatchedKind;
import org.quorate.cluster.watch.WatchedOperation;
import org.quorate.cluster.workload.InitialCaches;
import org.quorate.cluster.workload.MemoryWatch;
import org.quorate.cluster.workload.PhaseRun;
import org.quorate.cluster.workload.Workload;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.cluster.ocfs2.Ocfs2;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Phase;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.sim.RandomStreams;

/**
 * Simulates one contender on one scenario, in the calling thread. Independent of every other run, so that runs may go on in
 * parallel. The same request gives the same result, to the byte.
 */
public final class ClusterRun {

    private ClusterRun() {
    }

    /**
     * Runs all phases.
     *
     * @param request   what to run
     * @param cancelled asked now and then; a {@link RunGauge} learns where the run stands
     * @return the figures
     * @throws IllegalArgumentException if the contender cannot be simulated
     * @throws CancelledRunException if {@code cancelled} said yes
     * @throws IllegalStateException if the model got stuck, which is a fault of Quorate
     */
    public static RunResult run(RunRequest request, BooleanSupplier cancelled) {
        return run(request, Watch.NONE, cancelled);
    }

    /**
     * Runs all phases again and measures every operation of a kind.
     *
     * @param what      operations of interest
     * @param cancelled asked now and then
     * @return their latencies in nanoseconds, in the order in which they began, warm-up left out; the run ends with their phase
     * @throws CancelledRunException if {@code cancelled} said yes
     */
    public static long[] survey(RunRequest request, WatchedKind what, BooleanSupplier cancelled) {
        LatencySurvey survey = new LatencySurvey(what);
        run(request, survey, cancelled);
        return survey.latencies();
    }

    /**
     * Runs again until an operation is done, and tells how it went. Whatever is watched, the run is the same.
     *
     * @param what      operations of interest
     * @param index     of the one to watch among them, in the order in which they began, warm-up left out, from 0
     * @param cancelled asked now and then
     * @return the operation; absent if there are not so many
     * @throws CancelledRunException if {@code cancelled} said yes
     */
    public static Optional<WatchedOperation> watch(RunRequest request, WatchedKind what, int index, BooleanSupplier cancelled) {
        OperationRecorder recorder = new OperationRecorder(what, index);
        run(request, recorder, () -> recorder.isDone() || cancelled.getAsBoolean());
        return recorder.operation();
    }

    private static RunResult run(RunRequest request, Watch watch, BooleanSupplier cancelled) {
        RandomStreams streams = new RandomStreams(request.scenario().study().seed()).replication(request.replication());
        Machine machine = Machine.of(request.scenario(), request.contender(),
                KernelProfiles.named(request.scenario().cluster().kernel()), streams, watch);
        FileSystem fileSystem = fileSystem(machine, request.contender());
        Workload workload = new Workload(machine);
        watch.begin(machine, fileSystem, workload);
        load(machine, fileSystem, workload, watch);
        InitialCaches.build(machine, fileSystem);
        fileSystem.start();
        if (cancelled instanceof RunGauge gauge) {
            gauge.follow(machine.interpreter()::now, machine.interpreter()::executed);
        }
        MemoryWatch memory = new MemoryWatch(machine);
        PhaseRun runner = new PhaseRun(machine, fileSystem, workload, cancelled);
        List<PhaseResult> results = new ArrayList<>();
        for (Phase phase : request.scenario().workload().phases()) {
            watch.phase(phase.name());
            if (watch.isDone()) {
                break;
            }
            Optional<PhaseResult> result = runner.run(phase);
            if (watch.isDone()) {
                break;
            }
            results.add(result.orElseThrow(CancelledRunException::new));
        }
        return new RunResult(request.contender().label(), request.replication(), results, memory.points(),
                machine.interpreter().executed());
    }

    private static FileSystem fileSystem(Machine machine, FileSystemSpec contender) {
        if (contender instanceof LocalSpec local) {
            return new LocalFileSystem(machine, local);
        }
        if (contender instanceof Ocfs2Spec ocfs2) {
            return new Ocfs2(machine, ocfs2);
        }
        if (contender instanceof Gfs2Spec gfs2) {
            return new Gfs2(machine, gfs2);
        }
        throw new IllegalArgumentException("no model of " + contender);
    }

    private static void load(Machine machine, FileSystem fileSystem, Workload workload, Watch watch) {
        RecipeBook book = new RecipeBook();
        machine.common().forEach(mechanism -> book.with(watch.around(mechanism)));
        fileSystem.mechanisms().forEach(mechanism -> book.with(watch.around(mechanism)));
        book.with(watch.around(workload));
        fileSystem.write(book);
        workload.write(book);
        machine.interpreter().load(book);
    }
}
