// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.model.AccessTimes;
import org.quorate.model.Bytes;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.InitialState;
import org.quorate.model.LocalSpec;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Operation;
import org.quorate.model.OperationShare;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.SizeDistribution;
import org.quorate.model.StudySettings;
import org.quorate.model.Target;
import org.quorate.model.TimeDistribution;
import org.quorate.model.UnitFormat;
import org.quorate.model.preset.DevicePresets;
import org.quorate.model.preset.HardwareProfiles;

/** What a scenario says that says hardly anything. */
class DefaultsTest {

    private static final String SHORT = """
            schemaVersion: 1
            name: short
            cluster:
              name: web
              nodes: [{name: a, address: 10.0.0.1}, {name: b, address: 10.0.0.2}]
            lun: {name: data, size: 100 GiB}
            workload:
              fileSets: [{name: files, files: 10}]
              phases: [{name: p, duration: 5 s, mix: [{operation: read, fileSet: files}]}]
            """;

    private static Scenario read(String text) {
        ScenarioReading reading = ScenarioReader.read("short.yaml", text);
        assertEquals(List.of(), reading.problems());
        return reading.document().orElseThrow().scenario();
    }

    @Test
    void clusterAndLun() {
        Scenario scenario = read(SHORT);
        assertEquals("short", scenario.title());
        assertEquals("5.15", scenario.cluster().kernel());
        assertEquals(List.of(1, 2), scenario.cluster().nodes().stream().map(node -> node.number()).toList());
        assertEquals(Bytes.gib(12), scenario.cluster().nodes().get(0).pageCache());
        assertEquals(HardwareProfiles.named("typical-server"), scenario.cluster().hardware());
        assertEquals(Duration.ofSeconds(3), scenario.cluster().token());
        assertEquals(Optional.empty(), scenario.cluster().fencing());
        assertEquals(true, scenario.cluster().waitForFencing());
        assertEquals(Optional.empty(), scenario.lun().pathTimeout());
        assertEquals(Optional.empty(), scenario.lun().reservations());
        assertEquals(DevicePresets.of(scenario.lun().device()).service(), scenario.lun().service());
        assertEquals("/srv/data", scenario.mountPoint());
        assertEquals(InitialState.cold(), scenario.initialState());
        assertEquals(StudySettings.DEFAULT, scenario.study());
    }

    /** As mkfs.ocfs2 and mkfs.gfs2 would format 100 GiB (kernel reference 4.2). */
    @Test
    void bothClusterFileSystemsAndTheBaseline() {
        List<FileSystemSpec> expected = List.of(
                new Ocfs2Spec("ocfs2", Ocfs2Spec.Stack.O2CB, Bytes.kib(4), Bytes.kib(4), 8, Bytes.mib(256), 31,
                        Duration.ofSeconds(30), AccessTimes.NOATIME, false, false, true, Duration.ofSeconds(5)),
                new Gfs2Spec("gfs2", Gfs2Spec.Protocol.LOCK_DLM, Bytes.kib(4), Bytes.mib(256), 3, Bytes.mib(128), "web:data",
                        AccessTimes.NOATIME, false, true, true, Duration.ofSeconds(30), Duration.ofSeconds(30), true),
                new LocalSpec("ext4", LocalSpec.Kind.EXT4, false, AccessTimes.NOATIME, false, true, Duration.ofSeconds(5)));
        assertEquals(expected, read(SHORT).fileSystems());
        assertEquals(expected, read(SHORT + "fileSystems: [{type: ocfs2}, {type: gfs2}, {type: ext4}]").fileSystems());
    }

    @Test
    void workload() {
        Phase phase = read(SHORT).workload().phases().get(0);
        assertEquals(new Phase.Closed(1, TimeDistribution.NONE), phase.load());
        assertEquals(new OperationShare(Operation.READ, 1, "files", OperationShare.Access.OWN, 0,
                SizeDistribution.constant(Bytes.kib(4)), false, false, OperationShare.Position.START, OperationShare.Way.BUFFERED,
                List.of(), OptionalLong.empty()), phase.mix().get(0));
        Phase zipf = read(SHORT.replace("fileSet: files", "fileSet: files, access: zipf")).workload().phases().get(0);
        assertEquals(0.99, zipf.mix().get(0).zipfExponent());
        Phase open = read(SHORT.replace("duration: 5 s", "duration: 5 s, open: {rate: 20 /s}")).workload().phases().get(0);
        assertEquals(new Phase.Open(20), open.load());
    }

    @Test
    void overridesOfPresetsLeaveTheRest() {
        Scenario scenario = read(SHORT.replace("size: 100 GiB", "size: 100 GiB, device: nvme, service: {flush: 1 ms}")
                .replace("  nodes:", "  hardware: {profile: lab-uml, message: 5 us}\n  nodes:"));
        assertEquals(TimeDistribution.constant(Duration.ofMillis(1)), scenario.lun().service().flush());
        assertEquals(64, scenario.lun().queueDepth());
        assertEquals(Duration.ofNanos(5000), scenario.cluster().hardware().message());
        assertEquals(HardwareProfiles.named("lab-uml").taskWakeUp(), scenario.cluster().hardware().taskWakeUp());
    }

    @Test
    void targetsInTheUnitOfTheirFigure() {
        List<Target> targets = read(SHORT + """
                targets:
                  - {figure: latency, limit: 20 ms}
                  - {figure: latency, operation: read, percentile: 99.9, limit: 1.5 s}
                  - {figure: lock-memory, limit: 64 MiB}
                  - {figure: throughput, limit: 500 /s}
                """).targets();
        assertEquals(List.of(new Target(Target.Figure.LATENCY, Optional.empty(), 95, 20),
                new Target(Target.Figure.LATENCY, Optional.of(Operation.READ), 99.9, 1500),
                new Target(Target.Figure.LOCK_MEMORY, Optional.empty(), 0, 64 << 20),
                new Target(Target.Figure.THROUGHPUT, Optional.empty(), 0, 500)), targets);
    }

    /** Sizes at which mkfs was tried (kernel reference 4.2, provisioning reference 3.1). */
    @ParameterizedTest
    @CsvSource({"256 MiB,1 KiB,4 KiB,2,16 MiB", "900 MiB,2 KiB,4 KiB,2,16 MiB", "1 GiB,4 KiB,4 KiB,2,64 MiB",
        "2 GiB,4 KiB,4 KiB,4,64 MiB", "10 GiB,4 KiB,4 KiB,8,64 MiB", "20 GiB,4 KiB,4 KiB,8,128 MiB",
        "100 GiB,4 KiB,4 KiB,8,256 MiB", "1 TiB,4 KiB,4 KiB,16,256 MiB", "15 TiB,4 KiB,4 KiB,16,256 MiB",
        "16 TiB,4 KiB,8 KiB,16,256 MiB", "1 PiB,4 KiB,512 KiB,16,256 MiB", "100 MiB,1 KiB,4 KiB,2,4 MiB"})
    void asMkfsOcfs2(String volume, String block, String cluster, int slots, String journal) {
        Bytes size = UnitFormat.parseBytes(volume);
        assertEquals(UnitFormat.parseBytes(block), MkfsDefaults.ocfs2BlockSize(size));
        assertEquals(UnitFormat.parseBytes(cluster), MkfsDefaults.ocfs2ClusterSize(size));
        assertEquals(slots, MkfsDefaults.ocfs2Slots(size, 1));
        assertEquals(UnitFormat.parseBytes(journal), MkfsDefaults.ocfs2Journal(size));
    }

    @Test
    void slotsForMoreNodesThanMkfsThinksOf() {
        assertEquals(13, MkfsDefaults.ocfs2Slots(Bytes.gib(100), 12));
    }

    /** One journal: 8 MiB at 256 MiB, 16 at 1 GiB and 32 at 4 GiB (kernel reference 4.2); shares for several. */
    @ParameterizedTest
    @CsvSource({"256 MiB,1,8 MiB", "1 GiB,1,16 MiB", "4 GiB,1,32 MiB", "10 GiB,1,64 MiB", "100 GiB,1,128 MiB", "100 GiB,10,64 MiB",
        "2 TiB,2,512 MiB", "2 TiB,4,128 MiB", "30 TiB,2,1 GiB"})
    void asMkfsGfs2(String volume, int journals, String journal) {
        assertEquals(UnitFormat.parseBytes(journal), MkfsDefaults.gfs2Journal(UnitFormat.parseBytes(volume), journals));
    }
}
