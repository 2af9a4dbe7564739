// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.time.Clock;
import org.quorate.cluster.ClusterRun;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.study.ComparisonStudy;
import org.quorate.study.accuracy.AccuracyStudy;
import org.quorate.study.fit.FitStudy;
import org.quorate.study.sweep.SweepStudy;

/** Puts the use cases together: the one place that knows which class serves which. Immutable, thread-safe. */
public final class QuorateApp {

    private final Version version;
    private final ComparisonStudy study;
    private final AccuracyStudy accuracy;
    private final FitStudy fit;
    private final int threads;
    private final Clock clock;

    /**
     * The program.
     *
     * @param threads that simulate at the same time, at least 1; results do not depend on it
     */
    public QuorateApp(int threads) {
        this(threads, Clock.systemDefaultZone());
    }

    /**
     * The program with another clock.
     *
     * @param threads that simulate at the same time, at least 1; results do not depend on it
     * @param clock   that reports are dated by
     */
    public QuorateApp(int threads, Clock clock) {
        this.clock = clock;
        this.threads = threads;
        version = Version.ofBuild();
        study = new ComparisonStudy(ClusterRun::run, KernelProfiles::named, threads, version.text(), System::nanoTime);
        accuracy = new AccuracyStudy(ClusterRun::run, KernelProfiles::named, threads, version.text());
        fit = new FitStudy(ClusterRun::run, threads, version.text());
    }

    /** What was built. */
    public Version version() {
        return version;
    }

    /** The scenarios that come with the program. */
    public Samples samples() {
        return new Samples();
    }

    /** Workloads that people have. */
    public Presets presets() {
        return new Presets(samples(), validateScenario());
    }

    /** Reads and checks scenario files. */
    public ValidateScenario validateScenario() {
        return new ValidateScenario();
    }

    /** Compares file systems. */
    public CompareScenario compareScenario() {
        return new CompareScenario(study);
    }

    /** Simulates one file system. */
    public SimulateScenario simulateScenario() {
        return new SimulateScenario(study);
    }

    /** Compares file systems over values of some fields. Reads the code of the program, to know its kept points from those of others. */
    public SweepScenario sweepScenario() {
        return new SweepScenario(new SweepStudy(ClusterRun::run, KernelProfiles::named, threads, version.text(), BuildDigest.ofProgram()));
    }

    /** Compares the simulator with real kernels. */
    public CheckAccuracy checkAccuracy() {
        return new CheckAccuracy(accuracy);
    }

    /** Fits parameters to real kernels. */
    public FitParameters fitParameters() {
        return new FitParameters(fit);
    }

    /** Writes reports. */
    public WriteReport writeReport() {
        return new WriteReport(clock);
    }

    /** Writes scripts. */
    public ExportScripts exportScripts() {
        return new ExportScripts();
    }

    /** Reads what other tools wrote. */
    public ImportFile importFile() {
        return new ImportFile();
    }
}
