// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.quorate.advice.Finding;
import org.quorate.advice.QuickFix;
import org.quorate.advice.Severity;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.model.inventory.ClockFacts;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.FileFacts;
import org.quorate.model.inventory.GroupFacts;
import org.quorate.model.inventory.ModuleFacts;
import org.quorate.model.inventory.MountFacts;
import org.quorate.model.inventory.NicFacts;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.inventory.PackageFacts;
import org.quorate.model.inventory.ServiceFacts;
import org.quorate.model.inventory.SessionFacts;
import org.quorate.model.inventory.SystemFacts;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReader;

class FleetAdviserTest {

    private static final String LUN = "6001405aaaabbbbccccddddeeeeffff0";

    private final ScenarioDocument document = calm().with("lun.wwid", LUN).document().orElseThrow();
    private final Scenario scenario = document.scenario();
    private final List<NodeInventory> nodes = new ArrayList<>();

    FleetAdviserTest() {
        scenario.cluster().nodes().forEach(node -> nodes.add(fitting(node)));
    }

    private static ScenarioDocument calm() {
        try (var in = QuickFix.class.getResourceAsStream("calm.yaml")) {
            return ScenarioReader.read("calm.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8)).document().orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Just as the scenario wants it. */
    private NodeInventory fitting(Node node) {
        String os = scenario.cluster().os().id();
        int dash = os.indexOf('-');
        return new NodeInventory(node.name(), new SystemFacts(node.name(), os.substring(0, dash), os.substring(dash + 1), os, "6.1.0", "x86_64",
                "id-" + node.name(), true), new ClockFacts(OptionalDouble.of(0.001), 0.002, "chrony", true), node.cores(), "cpu",
                node.memory().value() / 100 * 98, List.of(new ModuleFacts("ocfs2", "o.ko", false), new ModuleFacts("gfs2", "g.ko", false),
                        new ModuleFacts("dlm", "d.ko", false)),
                List.of(new NicFacts("eth0", "m", true, 1500, OptionalInt.empty(), List.of(node.address() + "/24"))),
                Optional.of("iqn.2001-04.com.example:" + node.name()), List.of(),
                List.of(lun("sdb", "disk", scenario.lun().size().value(), List.of(), 0)), List.of(), List.of(new PackageFacts("lvm2", "2")), List.of(),
                List.of(new FileFacts("/etc/corosync/corosync.conf", "totem {\n  cluster_name: debian\n}\n")), List.of(), List.of(), List.of());
    }

    private static DeviceFacts lun(String name, String type, long bytes, List<String> signatures, long nonZero) {
        return new DeviceFacts(name, "", type, bytes, LUN, "iscsi", "m", List.of(), "", "", signatures, true, OptionalLong.of(nonZero));
    }

    private void replace(int index, SystemFacts system, ClockFacts clock, Optional<String> initiator, List<DeviceFacts> devices, List<MountFacts> mounts,
            List<FileFacts> files) {
        NodeInventory node = nodes.get(index);
        nodes.set(index, new NodeInventory(node.node(), system, clock, node.processors(), node.processor(), node.memoryBytes(), node.modules(), node.nics(),
                initiator, node.sessions(), devices, node.groups(), node.packages(), node.services(), files, mounts, node.firewall(), node.remarks()));
    }

    private void devices(int index, DeviceFacts... devices) {
        NodeInventory node = nodes.get(index);
        replace(index, node.system(), node.clock(), node.initiator(), List.of(devices), node.mounts(), node.files());
    }

    private List<Finding> findings() {
        return new FleetAdviser().report(nodes, List.of(), Optional.of(scenario)).findings();
    }

    private List<String> rules() {
        return List.copyOf(new TreeSet<>(findings().stream().map(Finding::rule).toList()));
    }

    @Test
    void aFleetThatIsAsPlannedHasNoFindings() {
        assertEquals(List.of(), findings());
        assertTrue(nodes.size() > 1);
    }

    @Test
    void clonesAreFound() {
        NodeInventory first = nodes.get(0);
        replace(1, first.system(), first.clock(), first.initiator(), first.devices(), List.of(), List.of());
        assertEquals(List.of("host-name-planned", "same-host-name", "same-initiator", "same-machine-id"), rules());
        Finding initiator = findings().stream().filter(finding -> finding.rule().equals("same-initiator")).findFirst().orElseThrow();
        assertEquals(Severity.CRITICAL, initiator.severity());
        assertEquals(List.of("iqn.2001-04.com.example:" + first.node() + ": " + first.node() + ", " + nodes.get(1).node()), initiator.evidence());
    }

    @Test
    void aLunOfTwoSizesIsDangerous() {
        devices(1, lun("sdb", "disk", scenario.lun().size().value() * 2, List.of(), 0));
        assertEquals(List.of("lun-size-differs"), rules());
        assertEquals(Severity.CRITICAL, findings().get(0).severity());
    }

    @Test
    void aLunOfAnotherSizeThanPlannedCanBeTakenOver() {
        for (int i = 0; i < nodes.size(); i++) {
            devices(i, lun("sdb", "disk", 3L << 40, List.of(), 0));
        }
        assertEquals(List.of("lun-size-planned"), rules());
        QuickFix.Change change = findings().get(0).fix().orElseThrow().changes().get(0);
        assertEquals(3L << 40, document.with(change.path(), change.value().orElseThrow()).document().orElseThrow().scenario().lun().size().value());
    }

    @Test
    void aLunThatIsNotEmptyIsTold() {
        devices(0, lun("sdb", "disk", scenario.lun().size().value(), List.of("ext4 \"old\""), 900));
        assertEquals(List.of("lun-not-empty"), rules());
        devices(0, lun("sdb", "disk", scenario.lun().size().value(), List.of(), 17));
        assertTrue(findings().get(0).evidence().get(1).startsWith("17 bytes of the first MiB are not zero"), findings().toString());
    }

    /** As a node of Rocky Linux 9 tells: only the map is looked at, and udev calls its paths members. */
    @Test
    void pathsBelowMultipathAreNoContent() {
        long size = scenario.lun().size().value();
        ScenarioDocument planned = document.with("lun.multipath", "true").document().orElseThrow();
        DeviceFacts map = new DeviceFacts("dm-0", "mpatha", "mpath", size, LUN, "", "", List.of("sdb", "sdc"), "", "", List.of(), true, OptionalLong.of(0));
        for (int i = 0; i < nodes.size(); i++) {
            devices(i, path("sdb", size), map, path("sdc", size));
        }
        assertEquals(List.of(), new FleetAdviser().report(nodes, List.of(), Optional.of(planned.scenario())).findings());
        devices(0, path("sdb", size), map.examined(List.of("ext4"), OptionalLong.of(900)), path("sdc", size));
        assertEquals(List.of("lun-not-empty"),
                new FleetAdviser().report(nodes, List.of(), Optional.of(planned.scenario())).findings().stream().map(Finding::rule).toList());
    }

    private static DeviceFacts path(String name, long bytes) {
        return new DeviceFacts(name, "", "disk", bytes, LUN, "iscsi", "m", List.of(), "mpath_member", "", List.of(), false, OptionalLong.empty());
    }

    @Test
    void aLunThatOneNodeMountsAsItsOwnIsTold() {
        long size = scenario.lun().size().value();
        devices(0, lun("sdb", "disk", size, List.of(), 0), new DeviceFacts("sdb1", "", "part", size, "", "", "", List.of("sdb"), "ext4", "/data", List.of(),
                false, OptionalLong.empty()));
        assertEquals(List.of("lun-mounted-locally"), rules());
        assertEquals(nodes.get(0).node() + ": sdb1, ext4, on /data", findings().get(0).evidence().get(1));
    }

    @Test
    void pathsWithoutMultipathAreTold() {
        long size = scenario.lun().size().value();
        devices(0, lun("sdb", "disk", size, List.of(), 0), lun("sdc", "disk", size, List.of(), 0));
        assertEquals(List.of("paths-without-multipath"), rules());
    }

    @Test
    void aVolumeGroupOnASharedLunThatNobodyLocksIsTold() {
        long size = scenario.lun().size().value();
        DeviceFacts part = new DeviceFacts("sdb1", "", "part", size, "", "", "", List.of("sdb"), "LVM2_member", "", List.of(), false, OptionalLong.empty());
        for (String lock : List.of("dlm", "")) {
            nodes.set(0, nodes.get(0).withDevices(List.of(lun("sdb", "disk", size, List.of(), 0), part),
                    List.of(new GroupFacts("vg", size, lock, List.of("/dev/sdb1")), new GroupFacts("root", size, "", List.of("/dev/sda2")))));
            assertEquals(lock.isEmpty() ? List.of("volume-group-not-shared") : List.of(), rules());
        }
        assertEquals(List.of("vg on WWID " + LUN + ": " + nodes.get(0).node()), findings().get(0).evidence());
    }

    @Test
    void sessionsThatAreNotUpAndFirewallsThatDifferAreTold() {
        NodeInventory node = nodes.get(0);
        nodes.set(0, new NodeInventory(node.node(), node.system(), node.clock(), node.processors(), node.processor(), node.memoryBytes(), node.modules(),
                node.nics(), node.initiator(), List.of(new SessionFacts("iqn.a", "10.0.0.1:3260", "LOGGED_IN"), new SessionFacts("iqn.a", "10.0.0.2:3260", "FAILED")),
                node.devices(), node.groups(), node.packages(), List.of(new ServiceFacts("firewalld", "active", "enabled")), node.files(), node.mounts(),
                node.firewall(), node.remarks()));
        assertEquals(List.of("session-broken"), rules());
        NodeInventory other = nodes.get(1);
        nodes.set(1, new NodeInventory(other.node(), other.system(), other.clock(), other.processors(), other.processor(), other.memoryBytes(),
                other.modules(), other.nics(), other.initiator(), List.of(), other.devices(), other.groups(), other.packages(),
                List.of(new ServiceFacts("firewalld", "inactive", "disabled")), other.files(), other.mounts(), other.firewall(), other.remarks()));
        assertEquals(List.of("firewalls-differ", "session-broken"), rules());
    }

    @Test
    void aNodeWithoutTheLunIsTold() {
        devices(1);
        assertEquals(List.of("lun-missing"), rules());
    }

    @Test
    void theOnlyFittingLunIsProposed() {
        Scenario unnamed = calm().scenario();
        List<Finding> found = new FleetAdviser().report(nodes, List.of(), Optional.of(unnamed)).findings();
        assertEquals(List.of("lun-not-named"), found.stream().map(Finding::rule).toList());
        assertEquals(Optional.of(LUN), found.get(0).fix().orElseThrow().changes().get(0).value());
    }

    /** Each virtual machine of QEMU has a disk of that name: it is its own. */
    @Test
    void aDiskThatOnlyItsVendorNamesIsNoSharedLun() {
        Scenario unnamed = calm().scenario();
        for (int i = 0; i < nodes.size(); i++) {
            devices(i, new DeviceFacts("sda", "", "disk", unnamed.lun().size().value(), "t10.ata     qemu harddisk                           qm00001", "sata", "m",
                    List.of(), "", "", List.of("dos partition table"), true, OptionalLong.of(512)));
        }
        assertEquals(List.of(), new FleetAdviser().report(nodes, List.of(), Optional.of(unnamed)).findings());
    }

    @Test
    void clocksKernelsAndSystemsThatDifferAreTold() {
        NodeInventory node = nodes.get(1);
        SystemFacts other = new SystemFacts(node.system().hostName(), "ubuntu", "18.04", "Ubuntu 18.04", "4.15.0", "x86_64", "other", true);
        replace(1, other, new ClockFacts(OptionalDouble.of(-3), 0.01, "", false), node.initiator(), node.devices(), node.mounts(), node.files());
        assertEquals(List.of("clock-not-kept", "clocks-apart", "kernels-differ", "system-planned", "systems-differ"), rules());
    }

    @Test
    void aClusterThatIsThereIsTold() {
        NodeInventory node = nodes.get(0);
        replace(0, node.system(), node.clock(), node.initiator(), node.devices(), List.of(new MountFacts("/dev/sdx", "/srv", "ocfs2", "rw")),
                List.of(new FileFacts("/etc/ocfs2/cluster.conf", "node:\n\tname = a\n\tcluster = old\n\ncluster:\n\tnode_count = 1\n\tname = old\n")));
        assertEquals(List.of("cluster-mounted", "other-cluster"), rules());
        assertTrue(findings().stream().anyMatch(finding -> finding.evidence().get(0).contains("cluster old in /etc/ocfs2/cluster.conf")));
    }

    /** A node may send anything, also what a pattern would try in all ways. */
    @Test
    void linesWithoutEndAreReadInTheirTime() {
        NodeInventory node = nodes.get(0);
        String blanks = " \n".repeat(60_000);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            for (String text : List.of("cluster:\n" + blanks, "cluster:\n" + " ".repeat(120_000), blanks, "cluster:\n" + "\tx\n".repeat(40_000))) {
                replace(0, node.system(), node.clock(), node.initiator(), node.devices(), List.of(),
                        List.of(new FileFacts("/etc/ocfs2/cluster.conf", text), new FileFacts("/etc/corosync/corosync.conf", text)));
                assertEquals(List.of(), findings());
            }
        });
    }

    /** Whatever nodes say of themselves, there is a report. */
    @Test
    void garbageHarmsNothing() {
        Random random = new Random(95);
        List<String> texts = List.of("", " ", "\u0000", "=1+1", "-1", "9".repeat(400), "a\nb", "\ud800", "%s{0}", "ext4", "mpath", "disk", "ocfs2", LUN);
        Supplier<String> any = () -> texts.get(random.nextInt(texts.size()));
        for (int i = 0; i < 2_000; i++) {
            for (int j = 0; j < nodes.size(); j++) {
                DeviceFacts device = new DeviceFacts(any.get(), any.get(), any.get(), random.nextLong() >>> 1, any.get(), any.get(), any.get(),
                        List.of(any.get(), any.get()), any.get(), any.get(), List.of(any.get()), random.nextBoolean(), OptionalLong.of(random.nextLong() >>> 1));
                replace(j, new SystemFacts(any.get(), any.get(), any.get(), any.get(), any.get(), any.get(), any.get(), random.nextBoolean()),
                        new ClockFacts(OptionalDouble.of(random.nextGaussian() * 1e12), random.nextDouble(), any.get(), random.nextBoolean()),
                        Optional.of(any.get()), List.of(device, device), List.of(new MountFacts(any.get(), any.get(), any.get(), any.get())),
                        List.of(new FileFacts("/etc/ocfs2/cluster.conf", any.get() + "\n" + any.get())));
            }
            findings();
        }
    }

    @Test
    void figuresOfANodeCanBeTakenOver() {
        NodeInventory node = nodes.get(0);
        nodes.set(0, new NodeInventory(node.node(), node.system(), node.clock(), 48, "cpu", (200L << 30) - (5L << 28), List.of(new ModuleFacts("ocfs2", "", false),
                new ModuleFacts("gfs2", "g", true), new ModuleFacts("dlm", "d", true)), List.of(), node.initiator(), List.of(), node.devices(), List.of(),
                node.packages(), List.of(), List.of(), List.of(), List.of(), List.of()));
        assertEquals(List.of("address-planned", "cores-planned", "memory-planned", "module-missing"), rules());
        ScenarioDocument edited = document;
        for (Finding finding : findings()) {
            for (QuickFix.Change change : finding.fix().map(QuickFix::changes).orElse(List.of())) {
                edited = edited.with(change.path(), change.value().orElseThrow()).document().orElseThrow();
            }
        }
        assertEquals(48, edited.scenario().cluster().nodes().get(0).cores());
        assertEquals(199L << 30, edited.scenario().cluster().nodes().get(0).memory().value());
    }
}
