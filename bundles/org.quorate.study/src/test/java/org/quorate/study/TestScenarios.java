// SPDX-License-Identifier: EPL-2.0
package org.quorate.study;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.model.AccessTimes;
import org.quorate.model.BitRate;
import org.quorate.model.Bytes;
import org.quorate.model.Cluster;
import org.quorate.model.DeviceClass;
import org.quorate.model.Fencing;
import org.quorate.model.FileSet;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.HardwareProfile;
import org.quorate.model.InitialState;
import org.quorate.model.Interconnect;
import org.quorate.model.KernelProfile;
import org.quorate.model.Lun;
import org.quorate.model.LunService;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.OsRelease;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.SizeDistribution;
import org.quorate.model.SlabCache;
import org.quorate.model.StudySettings;
import org.quorate.model.Target;
import org.quorate.model.TimeDistribution;
import org.quorate.model.Workload;

/** Small scenarios: two nodes, OCFS2 against GFS2. */
final class TestScenarios {

    static final FileSystemSpec OCFS2 = ocfs2("ocfs2");
    static final FileSystemSpec GFS2 = new Gfs2Spec("gfs2", Gfs2Spec.Protocol.LOCK_DLM, Bytes.kib(4), Bytes.mib(256), 2,
            Bytes.mib(128), "c:v", AccessTimes.NOATIME, false, true, true, Duration.ofSeconds(30), Duration.ofSeconds(30), true);

    private static final Fencing FENCING = new Fencing(Fencing.Agent.SCSI, List.of(), Duration.ZERO, Duration.ofSeconds(2));

    /** Every object has 100 bytes, every lock object 10: easy to reckon with. */
    static final Function<String, KernelProfile> KERNELS = version -> new KernelProfile(version, true, 2,
            Arrays.stream(SlabCache.values()).collect(Collectors.toMap(c -> c, c -> c.lock() ? 10 : 100)));

    private TestScenarios() {
    }

    static FileSystemSpec ocfs2(String label) {
        return ocfs2(label, true);
    }

    static FileSystemSpec ocfs2(String label, boolean barrier) {
        return new Ocfs2Spec(label, Ocfs2Spec.Stack.O2CB, Bytes.kib(4), Bytes.kib(4), 4, Bytes.mib(64), 31,
                Duration.ofSeconds(30), AccessTimes.NOATIME, false, barrier, true, Duration.ofSeconds(5));
    }

    static Scenario of(List<Target> targets, FileSystemSpec... contenders) {
        return of(targets, new StudySettings(7, 5, 0.95), List.of(steady()), contenders);
    }

    static Scenario of(List<Target> targets, StudySettings study, List<Phase> phases, FileSystemSpec... contenders) {
        return of(targets, study, phases, Optional.of(FENCING), contenders);
    }

    /** Without fencing, GFS2 is unsafe. */
    static Scenario withoutFencing(FileSystemSpec... contenders) {
        return of(List.of(), new StudySettings(7, 5, 0.95), List.of(steady()), Optional.empty(), contenders);
    }

    private static Scenario of(List<Target> targets, StudySettings study, List<Phase> phases, Optional<Fencing> fencing,
            FileSystemSpec... contenders) {
        return new Scenario(Scenario.SCHEMA_VERSION, "test", "A test", cluster(fencing), lun(), "/shared", List.of(contenders),
                new Workload(List.of(new FileSet("files", "f", 10, SizeDistribution.constant(Bytes.kib(4)),
                        FileSet.Layout.PRIVATE, 1, Optional.empty(), FileSet.Made.AT_START, 16)), phases),
                InitialState.cold(), targets, Optional.empty(), study);
    }

    /** Three creates for each stat. */
    static Phase steady() {
        return phase("steady", true, Map.of(Operation.CREATE, 3.0, Operation.STAT, 1.0));
    }

    static Phase phase(String name, boolean measured, Map<Operation, Double> mix) {
        return new Phase(name, new Phase.Closed(1, TimeDistribution.NONE), Duration.ofSeconds(10), Duration.ZERO,
                OptionalLong.empty(), List.of(), false, false, measured, false, false,
                mix.entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(entry -> new OperationShare(entry.getKey(), entry.getValue(), "files",
                                OperationShare.Access.OWN, 0, SizeDistribution.constant(Bytes.kib(4)), false, false,
                                OperationShare.Position.START, OperationShare.Way.BUFFERED, List.of(), OptionalLong.empty()))
                        .toList());
    }

    private static Cluster cluster(Optional<Fencing> fencing) {
        List<Node> nodes = IntStream.rangeClosed(1, 2).mapToObj(number -> new Node("node" + number,
                "192.168.1.10" + number, number, 2, Bytes.gib(4), Bytes.gib(1))).toList();
        Duration micro = Duration.ofNanos(1000);
        return new Cluster("webcluster", OsRelease.UBUNTU_22_04, "6.1", nodes,
                new Interconnect(Duration.ofNanos(200_000), 0.1, BitRate.gigabit(1)),
                new HardwareProfile("test", micro, micro, micro, micro, micro, 0, micro, micro, micro, 1, 1, 0), Duration.ofSeconds(1),
                fencing, Optional.empty(), true);
    }

    private static Lun lun() {
        TimeDistribution milli = TimeDistribution.constant(Duration.ofMillis(1));
        return new Lun("webdata", Bytes.gib(100), "3600", "iqn.2026-01.org.example:webdata",
                List.of("192.168.1.50:3260"), false, Optional.empty(), DeviceClass.CUSTOM,
                new LunService(milli, milli, milli, BitRate.gigabit(1)), BitRate.gigabit(10), 32, Optional.empty(), Optional.empty());
    }
}
