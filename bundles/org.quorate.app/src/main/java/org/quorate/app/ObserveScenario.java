// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.intake.IntakeException;
import org.quorate.intake.kernel.Dump;
import org.quorate.model.Scenario;
import org.quorate.model.observed.LockCalls;
import org.quorate.model.observed.LockUse;
import org.quorate.model.observed.SlabUse;
import org.quorate.study.observe.ActualState;
import org.quorate.study.observe.Observation;
import org.quorate.study.observe.ObserveStudy;
import org.quorate.study.result.FileSystemKind;

/** Compares caches and locks of one simulated node with those of a real one. Thread-safe. */
public final class ObserveScenario {

    private final ObserveStudy study;

    ObserveScenario(ObserveStudy study) {
        this.study = study;
    }

    /**
     * Checks that a file system has such files.
     *
     * @throws IllegalArgumentException with a message for the user if not, or if there is none of that label
     */
    public void check(Scenario scenario, String label, Iterable<KernelFile> files) {
        FileSystemKind kind = scenario.fileSystems().stream().filter(spec -> spec.label().equals(label)).findFirst().map(FileSystemKind::of)
                .orElseThrow(() -> new IllegalArgumentException("no file system " + label));
        for (KernelFile file : files) {
            if (file.kind().isPresent() && file.kind().get() != kind) {
                throw new IllegalArgumentException(file.word() + " is of " + file.kind().get().title() + ", and " + label + " is " + kind.title());
            }
        }
    }

    /**
     * Reads the files of one node; up to 1 GiB each takes up to a minute.
     *
     * @throws IntakeException                            if nothing can be taken from one, or it is too large; says which and why
     * @throws IOException                                if one cannot be read
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public ObservedNode read(Map<KernelFile, Path> files, Progress progress) throws IOException {
        Optional<List<SlabUse>> slabs = Optional.empty();
        Optional<List<LockUse>> locks = Optional.empty();
        Optional<List<LockCalls>> calls = Optional.empty();
        long unlisted = 0;
        List<String> remarks = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        for (Map.Entry<KernelFile, Path> file : files.entrySet()) {
            Dump dump = read(file.getKey(), file.getValue(), progress);
            switch (file.getKey()) {
                case SLABINFO -> slabs = Optional.of(dump.slabs());
                case GLSTATS -> calls = Optional.of(dump.calls());
                case GLOCKS, LOCKING_STATE -> locks = Optional.of(dump.locks());
            }
            unlisted += dump.unlisted();
            remarks.addAll(dump.remarks());
            unused.addAll(UnusedLines.of(file.getValue().toString(), dump.unused()));
        }
        return new ObservedNode(new ActualState(slabs, locks, unlisted, calls, remarks), unused);
    }

    private static Dump read(KernelFile kind, Path file, Progress progress) throws IOException {
        return WatchedReading.of(file, "reading " + kind.word(), progress, source -> {
            try {
                return kind.read(source);
            } catch (IntakeException e) {
                throw new IntakeException(file + ": " + e.getMessage());
            }
        });
    }

    /**
     * Runs the simulation and compares; takes seconds to minutes.
     *
     * @throws IllegalArgumentException                   if the scenario has no such file system, node or phase
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws org.quorate.study.StudyFailedException     if a run failed, which is an error of the program
     */
    public Observation observe(Scenario scenario, ObserveStudy.Place place, ActualState actual, StudyOptions options, Progress progress) {
        return study.observe(options.applyTo(scenario), place, actual, new Listening(progress), progress::isCancelled);
    }
}
