// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.model.Wwid;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.GroupFacts;
import org.quorate.model.inventory.MountFacts;
import org.quorate.model.inventory.NicFacts;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.inventory.PackageFacts;
import org.quorate.model.inventory.ServiceFacts;

/** Of a node of Rocky Linux 9, in the forms that the manual pages of its tools document. */
class NodeReaderTest {

    private static final String LUN = "6001405aaaabbbbccccddddeeeeffff0";

    private static IntakeSource source(String text) {
        return IntakeSource.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) throws IOException {
        try (var in = NodeReaderTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static NodeInventory rocky() throws IOException {
        return NodeReader.read("web1", source(resource("rocky9.txt")));
    }

    @Test
    void theSystemIsRead() throws IOException {
        NodeInventory node = rocky();
        assertEquals("web1.example.net", node.system().hostName());
        assertEquals("rocky 9.4", node.system().osId() + " " + node.system().osVersion());
        assertTrue(node.system().root());
        assertEquals(8, node.processors());
        assertEquals("Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz", node.processor());
        assertEquals(32_594_236L << 10, node.memoryBytes());
        assertEquals("chrony", node.clock().source());
        assertTrue(node.clock().synchronised());
        assertEquals(Optional.of("iqn.1994-05.com.redhat:web1"), node.initiator());
        assertEquals(List.of(), node.remarks());
    }

    @Test
    void modulesAreThereLoadedOrNeither() throws IOException {
        NodeInventory node = rocky();
        assertFalse(node.module("ocfs2").orElseThrow().available());
        assertTrue(node.module("dlm").orElseThrow().loaded());
        assertTrue(node.module("gfs2").orElseThrow().loaded(), "registered with the kernel");
    }

    @Test
    void interfacesHaveTheirAddresses() throws IOException {
        assertEquals(List.of(new NicFacts("ens192", "00:50:56:aa:bb:01", true, 9000, OptionalInt.of(10_000), List.of("10.1.0.1/24",
                "fe80::250:56ff:feaa:bb01/64")), new NicFacts("ens224", "00:50:56:aa:bb:02", false, 1500, OptionalInt.empty(), List.of("10.2.0.1/32"))),
                rocky().nics());
        assertTrue(rocky().nics().get(0).has("10.1.0.1"));
        assertFalse(rocky().nics().get(0).has("10.1.0.10"));
    }

    @Test
    void devicesAreFoundByOneIdentifierWhateverFormItHas() throws IOException {
        NodeInventory node = rocky();
        assertEquals(List.of("sdb", "dm-0", "sdc"), node.devicesOf("0x" + LUN.toUpperCase(Locale.ROOT)).stream().map(DeviceFacts::name).toList());
        DeviceFacts map = node.devicesOf("3" + LUN).get(1);
        assertEquals("mpatha", map.map());
        assertEquals(List.of("sdb", "sdc"), map.parents(), "each path once");
        assertEquals("/mnt/a b", node.devices().get(1).mountPoint());
        assertEquals("VMware Virtual_disk", node.devices().get(0).model());
        assertEquals(2, node.sessions().size());
    }

    @Test
    void whatLiesOnDevicesIsAdded() throws IOException {
        NodeInventory node = SignatureReader.add(rocky(), source(resource("signatures.txt")));
        DeviceFacts map = node.devicesOf(LUN).get(1);
        assertEquals(List.of("gfs2 \"web:data\"", "ext4"), map.signatures(), "wipefs sees an old one besides");
        assertEquals(OptionalLong.of(8123), map.nonZero());
        assertEquals(List.of("dos partition table"), node.devices().get(0).signatures());
        assertFalse(node.devices().get(1).examined());
        assertEquals(List.of(new GroupFacts("vg_web", 1_099_507_433_472L, "dlm", List.of("/dev/mapper/mpatha")),
                new GroupFacts("other", 1, "", List.of("/dev/sdz"))), node.groups());
    }

    @Test
    void aDeviceThatCannotBeReadIsNotTakenForAnEmptyOne() throws IOException {
        String failed = resource("signatures.txt").replaceAll("(?m)^[|]first.*$", "").replace("#volumes", "|first\tsdc\t0\t0\n|first\tsda\t0\t524288\n#volumes");
        NodeInventory node = SignatureReader.add(rocky(), source(failed));
        DeviceFacts unread = node.devicesOf(LUN).get(2);
        assertFalse(unread.examined());
        assertEquals(OptionalLong.empty(), unread.nonZero());
        DeviceFacts half = node.devices().get(0);
        assertFalse(half.examined());
        assertEquals(List.of("dos partition table"), half.signatures(), "what was found is told");
        assertEquals(List.of("sda: only 524288 of its first 1048576 bytes could be read", "sdc: only 0 of its first 1048576 bytes could be read"),
                node.remarks());
    }

    @Test
    void packagesServicesFilesAndMountsAreRead() throws IOException {
        NodeInventory node = rocky();
        assertEquals(List.of(new PackageFacts("gfs2-utils", "3.5.1-2.el9"), new PackageFacts("lvm2", "2.03.23-2.el9")), node.packages());
        assertEquals(List.of(new ServiceFacts("corosync", "active", "disabled"), new ServiceFacts("firewalld", "active", "enabled")), node.services());
        assertTrue(node.files().get(0).text().contains("    cluster_name: web\n"));
        assertEquals(List.of(new MountFacts("/dev/sda1", "/mnt/a b", "xfs", "rw,relatime"),
                new MountFacts("/dev/mapper/vg_web-data", "/srv/web", "gfs2", "rw,noatime")), node.mounts());
        assertTrue(node.mounts().get(1).isClustered());
    }

    @Test
    void outputThatEndsEarlyIsUsedAndTold() throws IOException {
        String whole = resource("rocky9.txt");
        NodeInventory node = NodeReader.read("web1", source(whole.substring(0, whole.indexOf("#devices") + 100)));
        assertEquals(8, node.processors());
        assertTrue(node.remarks().get(0).contains("ends early"), node.remarks().toString());
        assertThrows(IntakeException.class, () -> NodeReader.read("x", source("bash: sh: command not found\n")));
    }

    /** A node may send anything: it is read, or refused with a reason. */
    @Test
    void garbageHarmsNothing() throws IOException {
        int refused = 0;
        byte[] inventory = resource("rocky9.txt").getBytes(StandardCharsets.UTF_8);
        byte[] signatures = resource("signatures.txt").getBytes(StandardCharsets.UTF_8);
        Random random = new Random(89);
        for (int i = 0; i < 300; i++) {
            try {
                NodeInventory node = NodeReader.read("web1", IntakeSource.of(new ByteArrayInputStream(broken(inventory, random))));
                SignatureReader.add(node, IntakeSource.of(new ByteArrayInputStream(broken(signatures, random))));
            } catch (IntakeException e) {
                refused++;
            }
        }
        assertTrue(refused < 300, "some are read");
    }

    private static byte[] broken(byte[] bytes, Random random) {
        byte[] broken = bytes.clone();
        for (int j = 0; j < 60; j++) {
            broken[60 + random.nextInt(broken.length - 60)] = (byte) random.nextInt(256);
        }
        return broken;
    }

    @Test
    void identifiersHaveOneForm() {
        assertEquals(LUN, Wwid.normal("wwn-0x" + LUN));
        assertEquals(LUN, Wwid.normal("naa." + LUN));
        assertEquals("5000c500a1b2c3d4", Wwid.normal("0x5000c500a1b2c3d4"));
        assertEquals("5000c500a1b2c3d4", Wwid.normal("35000c500a1b2c3d4"));
        for (String eui : List.of("eui.0025388b710116a1", "20025388b710116a1", "0x0025388b710116a1", "wwn-0x0025388b710116a1")) {
            assertEquals("20025388b710116a1", Wwid.normal(eui), eui);
        }
        assertTrue(Wwid.parse(Wwid.normal("eui.5025388b710116a1")).orElseThrow().eui(), "the normal form says which it is");
        assertFalse(Wwid.isGlobal("eui.0000000000000000"));
        assertEquals("t10.ata disk", Wwid.normal(" t10.ATA disk"));
        assertEquals("", Wwid.normal(""));
    }
}
