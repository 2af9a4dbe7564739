// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.quorate.cluster.ClusterRun;
import org.quorate.model.kernel.KernelProfiles;
import org.quorate.remote.apply.Applier;
import org.quorate.study.ComparisonStudy;
import org.quorate.study.accuracy.AccuracyStudy;
import org.quorate.study.claims.ClaimStudy;
import org.quorate.study.failure.FailureStudy;
import org.quorate.study.fit.FitStudy;
import org.quorate.study.observe.FleetStudy;
import org.quorate.study.observe.ObserveStudy;
import org.quorate.study.search.SearchStudy;
import org.quorate.study.sweep.SweepStudy;
import org.quorate.study.unsafe.UnsafeStudy;
import org.quorate.study.watch.WatchStudy;

/** Puts the use cases together: the one place that knows which class serves which. Thread-safe. */
public final class QuorateApp {

    private final Version version;
    private final ComparisonStudy study;
    private final AccuracyStudy accuracy;
    private final FitStudy fit;
    private final int threads;
    private final Clock clock;
    private String build;

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

    /**
     * Tells builds apart, those of one version too: hexadecimal digits, the same wherever the same code lies. The first call reads the code
     * of the program, which takes some tenths of a second.
     *
     * @throws java.io.UncheckedIOException if it cannot be read
     * @throws IllegalStateException        if the code does not lie in files
     */
    public synchronized String build() {
        if (build == null) {
            build = BuildDigest.ofProgram();
        }
        return build;
    }

    /** The day that reports are dated by. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The scenarios that come with the program. */
    public Samples samples() {
        return new Samples();
    }

    /** Workloads that people have. */
    public Presets presets() {
        return new Presets(samples(), validateScenario());
    }

    /** Writes new scenarios from presets. */
    public ComposeScenario composeScenario() {
        return new ComposeScenario(presets());
    }

    /** Reads and checks scenario files. */
    public ValidateScenario validateScenario() {
        return new ValidateScenario();
    }

    /** Writes workloads for programs that run them. */
    public ShowWorkload showWorkload() {
        return new ShowWorkload();
    }

    /** Compares file systems. */
    public CompareScenario compareScenario() {
        return new CompareScenario(study);
    }

    /** Judges a scenario by rules. */
    public AdviseScenario adviseScenario() {
        return new AdviseScenario(compareScenario());
    }

    /** Estimates file systems in no time. */
    public EstimateScenario estimateScenario() {
        return new EstimateScenario();
    }

    /** Simulates one file system. */
    public SimulateScenario simulateScenario() {
        return new SimulateScenario(study);
    }

    /** Compares file systems over values of some fields. Asks for the {@link #build}, to know its kept points from those of others. */
    public SweepScenario sweepScenario() {
        return new SweepScenario(sweepStudy());
    }

    /** Says which of two file systems is better over two fields. Asks for the build as {@link #sweepScenario} does. */
    public MapScenario mapScenario() {
        return new MapScenario(sweepStudy());
    }

    /** Finds how far a field can go with the targets still met. Asks for the build as {@link #sweepScenario} does. */
    public SearchScenario searchScenario() {
        return new SearchScenario(new SearchStudy(ClusterRun::run, KernelProfiles::named, threads, version.text(), build()));
    }

    /** Makes the scenario of one point of a study. */
    public ScenarioOfPoint scenarioOfPoint() {
        return new ScenarioOfPoint();
    }

    /** Says which inputs move the answer. Asks for the build as {@link #sweepScenario} does. */
    public RankInputs rankInputs() {
        return new RankInputs(sweepStudy());
    }

    private SweepStudy sweepStudy() {
        return new SweepStudy(ClusterRun::run, KernelProfiles::named, threads, version.text(), build());
    }

    /** Tests what is said about the file systems. */
    public TestClaims testClaims() {
        return new TestClaims(new ClaimStudy(ClusterRun::run, KernelProfiles::named, threads, version.text()));
    }

    /** Compares one simulated node with a real one. */
    public ObserveScenario observeScenario() {
        return new ObserveScenario(new ObserveStudy(ClusterRun::run, KernelProfiles::named, threads, version.text()));
    }

    /** Plays failures. */
    public FailScenario failScenario() {
        return new FailScenario(new FailureStudy(version.text()));
    }

    /** Shows how one operation goes. */
    public WatchOperation watchOperation() {
        return new WatchOperation(new WatchStudy(version.text()));
    }

    /** Compares the simulator with real kernels. */
    public CheckAccuracy checkAccuracy() {
        return new CheckAccuracy(accuracy);
    }

    /** Shows what becomes of a local file system that all nodes mount. */
    public ShareLocalFileSystem shareLocalFileSystem() {
        return new ShareLocalFileSystem(new UnsafeStudy(version.text()));
    }

    /** Fits parameters to real kernels. */
    public FitParameters fitParameters() {
        return new FitParameters(fit);
    }

    /** Writes reports. */
    public WriteReport writeReport() {
        return new WriteReport(clock);
    }

    /** Makes the report for a customer. Asks for the build as {@link #sweepScenario} does. */
    public MakeSizingReport makeSizingReport() {
        return new MakeSizingReport(this, build());
    }

    /** Reads templates of reports for customers. */
    public ReadTemplate readTemplate() {
        return new ReadTemplate();
    }

    /** Writes scripts. */
    public ExportScripts exportScripts() {
        return new ExportScripts(version);
    }

    /** Takes inventories of real nodes, with the configuration of ssh and the agent of who runs this program. */
    public InventoryNodes inventoryNodes() {
        return new InventoryNodes(NodeConnections.ofUser());
    }

    /** Watches a running cluster, with the configuration of ssh and the agent of who runs this program. */
    public ObserveNodes observeNodes() {
        return new ObserveNodes(NodeConnections.ofUser(), new FleetStudy(ClusterRun::run, KernelProfiles::named, threads, version.text()), version, clock);
    }

    /** Runs the steps of an export on real nodes, with the configuration of ssh and the agent of who runs this program. */
    public ApplyExport applyExport() {
        Applier.Who who = new Applier.Who(System.getProperty("user.name"), ApplyExport.thisHost(), "quorate " + version.text());
        return new ApplyExport(NodeConnections.ofUser(), new Applier(who, clock, System.getenv()),
                ApplyExport.auditFolder(Path.of(System.getProperty("user.home")), System.getenv()));
    }

    /** Measures real nodes, reached as by {@link #inventoryNodes}. */
    public MeasureNodes measureNodes() {
        return new MeasureNodes(NodeConnections.ofUser());
    }

    /** Reads what other tools wrote. */
    public ImportFile importFile() {
        return new ImportFile();
    }
}
