// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.quorate.cluster.RunRequest;
import org.quorate.cluster.result.RunResult;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.KernelProfile;
import org.quorate.model.Node;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.study.RunEngine;
import org.quorate.study.Runs;
import org.quorate.study.StudyFailedException;
import org.quorate.study.StudyListener;
import org.quorate.study.result.FileSystemKind;
import org.quorate.study.result.Origin;

/**
 * All replications of one file system, of which one phase is put beside a real cluster. Immutable.
 *
 * @param kind    of the file system
 * @param phase   place of the phase among those of the results
 * @param results in the order of the replications, one at least
 * @param kernel  whose object sizes count
 * @param origin  what was run
 */
record PhaseRuns(FileSystemKind kind, int phase, List<RunResult> results, KernelProfile kernel, Origin origin) {

    /** Makes them. Immutable, thread-safe. */
    static final class Maker {

        private final Runs runs;
        private final Function<String, KernelProfile> kernels;
        private final String version;

        /**
         * One for the parts of a study.
         *
         * @param engine  makes the runs
         * @param kernels finds the profile of a kernel version
         * @param threads that make runs at the same time, at least 1
         * @param version of the program, for the result
         */
        Maker(RunEngine engine, Function<String, KernelProfile> kernels, int threads, String version) {
            this.runs = new Runs(engine, threads);
            this.kernels = kernels;
            this.version = version;
        }

        /**
         * Runs all replications.
         *
         * @param label of a file system of the scenario
         * @param phase name of one of its phases
         * @throws IllegalArgumentException if the scenario has no such file system or phase
         * @throws CancellationException    if cancelled
         * @throws StudyFailedException     if a run failed
         */
        PhaseRuns make(Scenario scenario, String label, String phase, StudyListener listener, BooleanSupplier cancelled) {
            FileSystemSpec spec = scenario.fileSystems().stream().filter(one -> one.label().equals(label)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no file system " + label));
            int place = scenario.workload().phases().stream().map(Phase::name).toList().indexOf(phase);
            if (place < 0) {
                throw new IllegalArgumentException("no phase " + phase);
            }
            RunResult[] results = new RunResult[scenario.study().replications()];
            List<RunRequest> requests = IntStream.range(0, results.length).mapToObj(number -> new RunRequest(scenario, spec, number)).toList();
            runs.make(requests, result -> results[result.replication()] = result, listener, cancelled);
            KernelProfile kernel = kernels.apply(scenario.cluster().kernel());
            return new PhaseRuns(FileSystemKind.of(spec), place, List.of(results), kernel, origin(scenario, kernel));
        }

        private Origin origin(Scenario scenario, KernelProfile kernel) {
            return new Origin(scenario.name(), scenario.title(), version, scenario.study().seed(), scenario.study().replications(),
                    scenario.study().confidence(), kernel.version(), kernel.measured(), scenario.cluster().nodes().stream().map(Node::name).toList(),
                    Optional.empty());
        }
    }

    /** What a reader must know of the kernel; nothing if its sizes were measured. */
    List<String> notes() {
        return kernel.measured() ? List.of() : List.of("The object sizes of kernel " + kernel.version() + " are interpolated between measured versions.");
    }
}
