// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.measure.DeviceReader;
import org.quorate.intake.measure.DeviceTimes;
import org.quorate.intake.measure.RoundTrips;
import org.quorate.model.DeviceClass;
import org.quorate.model.Scenario;
import org.quorate.model.UnitFormat;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.measured.Measurement;
import org.quorate.model.measured.PairTimes;
import org.quorate.model.measured.ProfileFigure;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;

/** What a measurement says of a network and of a LUN that are known. */
class MeasuredNodesTest {

    private static final String SCENARIO = """
            # A comment that stays.
            schemaVersion: 1
            name: test
            title: Two nodes
            cluster:
              name: test
              os: ubuntu-22.04
              interconnect: {roundTrip: %s, variation: 20 %%}
              nodes:
                - {name: node1, address: 192.168.1.101}
                - {name: node2, address: 192.168.1.102}   # this one, too
            lun: {name: data, size: 1 TiB, device: sata-ssd, wwid: "36001405aaaabbbbccccddddeeeeffff0"}
            mountPoint: /data
            fileSystems:
              - {type: ocfs2, label: ocfs2}
            workload:
              fileSets:
                - {name: mail, files: 20, size: 4 KiB}
              phases:
                - name: phase
                  duration: 100 ms
                  mix: [{operation: stat, fileSet: mail, access: any}]
            """;

    private static ScenarioDocument document(String roundTrip) {
        return ScenarioReader.read("test.yaml", String.format(SCENARIO, roundTrip)).document().orElseThrow();
    }

    private static IntakeSource source(String text) {
        return IntakeSource.of(new ByteArrayInputStream(("#quorate-measure 1\n" + text + "\n#end\n").getBytes(StandardCharsets.UTF_8)));
    }

    /** Round trips of two log-normal ways with that mean and variation each, and four messages of the typical server (12 us) that hosts need. */
    private static NetworkFigures.Pair pair(String from, String to, double oneWayMicros, double variation) throws IOException {
        Random random = new Random(from.hashCode() + to.hashCode());
        double sigma = Math.sqrt(Math.log1p(variation * variation));
        StringBuilder text = new StringBuilder("#ping\n");
        for (int i = 0; i < 4000; i++) {
            double there = oneWayMicros * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
            double back = oneWayMicros * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
            text.append(String.format(Locale.ROOT, "|64 bytes from x: icmp_seq=%d ttl=64 time=%.3f ms%n", i, (48 + there + back) / 1000));
        }
        RoundTrips trips = RoundTrips.read(source(text.toString()));
        return new NetworkFigures.Pair(new PairTimes(from, to, "10.9.0.2", "ping", 4000, Optional.of(trips.samples().times()), Optional.empty()), trips);
    }

    private static ProfileFigure figure(List<ProfileFigure> figures, String field) {
        return figures.stream().filter(each -> each.field().equals(field)).findFirst().orElseThrow();
    }

    @Test
    void theWireIsWhatHostsDoNotNeed() throws IOException {
        Scenario scenario = document("100 us").scenario();
        NetworkFigures network = NetworkFigures.of(List.of(pair("node1", "node2", 50, 0.3)), Optional.of(scenario));
        ProfileFigure roundTrip = figure(network.figures(), "cluster.interconnect.roundTrip");
        assertEquals(100_000, UnitFormat.parseTime(roundTrip.value()).toNanos(), 2_000);
        assertFalse(roundTrip.differs(), roundTrip.toString());
        assertEquals(0.3, UnitFormat.parsePercent(figure(network.figures(), "cluster.interconnect.variation").value()), 0.03);
    }

    @Test
    void aPlannedRoundTripBeyondWhatHostsMayNeedDiffers() throws IOException {
        for (Map.Entry<String, Boolean> planned : Map.of("140 us", false, "60 us", false, "45 us", true, "200 us", true).entrySet()) {
            NetworkFigures network = NetworkFigures.of(List.of(pair("node1", "node2", 50, 0.1)), Optional.of(document(planned.getKey()).scenario()));
            assertEquals(planned.getValue(), figure(network.figures(), "cluster.interconnect.roundTrip").differs(), planned.getKey() + network.figures());
        }
    }

    @Test
    void aPairThatIsFartherAndARoundTripThatIsAllWorkAreTold() throws IOException {
        NetworkFigures network = NetworkFigures.of(List.of(pair("a", "b", 20, 0.1), pair("a", "c", 400, 0.1)), Optional.empty());
        assertTrue(network.remarks().get(0).startsWith("round trips: a to c takes 9."), network.remarks().toString());
        NetworkFigures near = NetworkFigures.of(List.of(pair("a", "b", 2, 0.1)), Optional.empty());
        assertTrue(near.remarks().get(0).contains("hosts' own work"), near.remarks().toString());
        assertTrue(UnitFormat.parseTime(figure(near.figures(), "cluster.interconnect.roundTrip").value()).compareTo(Duration.ofNanos(100)) >= 0);
        assertEquals(List.of(), NetworkFigures.of(List.of(pair("a", "b", 2e6, 0.1)), Optional.empty()).figures(), "a second and more is no network");
        assertEquals(List.of(), NetworkFigures.of(List.of(), Optional.empty()).figures());
    }

    @Test
    void hostsThatAreFasterThanTheirProfileLeaveHalfToTheWire() throws IOException {
        String slow = String.format(SCENARIO, "50 us").replace("  os: ", "  hardware: {profile: lab-uml}\n  os: ");
        Scenario scenario = ScenarioReader.read("test.yaml", slow).document().orElseThrow().scenario();
        NetworkFigures network = NetworkFigures.of(List.of(pair("node1", "node2", 2, 0.1)), Optional.of(scenario));
        assertEquals(26_000, UnitFormat.parseTime(figure(network.figures(), "cluster.interconnect.roundTrip").value()).toNanos(), 500);
        assertTrue(network.remarks().get(0).contains("faster than the profile lab-uml"), network.remarks().toString());
    }

    /** Reads of dd, which take so many microseconds, and a MiB that takes a millisecond longer. */
    private static DeviceTimes reads(String node, int micros) throws IOException {
        StringBuilder text = new StringBuilder("#dd-read\n");
        IntStream.range(0, 100).forEach(i -> text.append("|4096 bytes (4.1 kB) copied, 0.000").append(micros + i % 3).append(" s, 20 MB/s\n"));
        text.append("#dd-stream\n|8388608 bytes (8.4 MB) copied, 0.0").append(8 * (1000 + micros)).append(" s, 839 MB/s\n");
        return DeviceReader.reads(node, "/dev/sdb", source(text.toString()));
    }

    @Test
    void theLunIsThatOfTheNodeInTheMiddle() throws IOException {
        LunProfile profile = new LunProfile(Optional.of(document("50 us").scenario().lun()));
        profile.add(reads("node1", 210));
        profile.add(reads("node3", 400));
        profile.add(reads("node2", 230));
        profile.make();
        ProfileFigure read = figure(profile.figures(), "lun.service.read");
        assertTrue(read.value().contains("231 us"), read.toString());
        assertTrue(read.differs(), "a SATA SSD is faster by its class: " + read);
        assertTrue(read.how().startsWith("on node2, in the middle of 3 nodes"), read.how());
        assertTrue(profile.remarks().get(0).matches("read: the largest of the nodes, on node3, is 1\\.9 times the least, on node1; .*"), profile.remarks().toString());
    }

    @Test
    void whatWasMeasuredGoesIntoAScenarioThatIsValid() throws IOException {
        ScenarioDocument document = document("50 us");
        LunProfile lun = new LunProfile(Optional.of(document.scenario().lun()));
        lun.add(reads("node1", 210));
        lun.make();
        List<ProfileFigure> figures = new ArrayList<>(NetworkFigures.of(List.of(pair("node1", "node2", 50, 0.3)), Optional.of(document.scenario())).figures());
        figures.addAll(lun.figures());
        MeasuredNodes measured = new MeasuredNodes(new Measurement(Measurement.FORMAT, "test", List.of(), List.of(), List.of(), figures, List.of(), List.of()));
        ScenarioDocument changed = measured.into(document).document().orElseThrow();
        assertTrue(changed.text().startsWith("# A comment that stays.\n") && changed.text().contains("# this one, too"), changed.text());
        assertEquals(DeviceClass.CUSTOM, changed.scenario().lun().device());
        assertEquals(document.scenario().lun().service().flush(), changed.scenario().lun().service().flush(), "not measured, and kept");
        assertEquals(211_000, changed.scenario().lun().service().read().mean().toNanos(), 1_000);
        assertEquals(100_000, changed.scenario().cluster().interconnect().roundTrip().toNanos(), 2_000);
        assertTrue(measured.fragment().startsWith("cluster:\n  interconnect:\n    roundTrip: "), measured.fragment());
        assertTrue(measured.fragment().contains("lun:\n  service:\n    read: "), measured.fragment());
    }

    private static NodeInventory node(DeviceFacts... devices) {
        return new NodeInventory("node1", null, null, 4, "", 0, List.of(), List.of(), Optional.empty(), List.of(), List.of(devices), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static DeviceFacts device(String name, String type, String wwid) {
        return new DeviceFacts(name, "map-of-" + name, type, 1L << 40, wwid, "iscsi", "", List.of(), "", "", List.of(), false, OptionalLong.empty());
    }

    @Test
    void theLunIsFoundByItsWwidOnTheMapOfItsPaths() {
        Optional<Scenario> scenario = Optional.of(document("50 us").scenario());
        String wwid = "6001405aaaabbbbccccddddeeeeffff0";
        NodeInventory both = node(device("sda", "disk", "5000c500aaaabbbb"), device("sdb", "disk", wwid), device("sdc", "disk", wwid), device("dm-3", "mpath", wwid));
        assertEquals("/dev/dm-3", LunDevice.of(both, Optional.empty(), scenario).path());
        assertEquals(List.of("sdb", "sdc", "dm-3"), LunDevice.of(both, Optional.empty(), scenario).names());
        LunDevice paths = LunDevice.of(node(device("sdb", "disk", wwid), device("sdc", "disk", wwid)), Optional.empty(), scenario);
        assertEquals("/dev/sdb", paths.path());
        assertTrue(paths.remark().contains("no multipath"), paths.remark());
        assertTrue(LunDevice.of(both, Optional.of("/dev/sda"), scenario).remark().contains("by its WWID the LUN would be sdb, sdc, dm-3"));
        assertEquals("", LunDevice.of(both, Optional.of("/dev/mapper/map-of-sda"), Optional.empty()).remark());
        assertEquals("", LunDevice.of(both, Optional.of("/dev/mapper/map-of-dm-3"), scenario).remark());
        assertTrue(LunDevice.of(node(), Optional.empty(), scenario).remark().contains("log in to the target"));
        assertTrue(LunDevice.of(both, Optional.empty(), Optional.empty()).remark().contains("say which device it is on node1"));
    }

    @Test
    void aRequestThatCannotBeMeantIsRefused() {
        Map<String, String> hosts = Map.of("a", "a");
        assertThrows(IllegalArgumentException.class, () -> new MeasureRequest(hosts, true, Map.of("a", "/dev/../etc/passwd\n"), Map.of(), Optional.empty(), false, 20));
        assertThrows(IllegalArgumentException.class, () -> new MeasureRequest(hosts, true, Map.of(), Map.of("a", "/mnt/"), Optional.empty(), false, 20));
        assertThrows(IllegalArgumentException.class, () -> new MeasureRequest(hosts, true, Map.of(), Map.of("a", "/proc/sysrq-trigger"), Optional.empty(), false, 20));
        assertThrows(IllegalArgumentException.class, () -> new MeasureRequest(hosts, true, Map.of(), Map.of(), Optional.of("mnt"), false, 20));
    }
}
