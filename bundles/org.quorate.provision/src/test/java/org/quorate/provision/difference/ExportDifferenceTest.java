// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.model.AccessTimes;
import org.quorate.model.Bytes;
import org.quorate.model.Fencing;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.provision.Change;
import org.quorate.provision.Provisioning;
import org.quorate.provision.Scenarios;
import org.quorate.provision.directory.ExportReader;
import org.quorate.provision.directory.ExportRefusedException;
import org.quorate.provision.directory.ExportWriter;
import org.quorate.provision.directory.KeptExport;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;

/** What a changed scenario changes on the nodes, and what that costs. */
class ExportDifferenceTest {

    private static ExportDifference difference(Scenario before, Scenario after, String label) {
        return ExportComparison.of(kept(Scenarios.plan(before, label)), Scenarios.plan(after, label));
    }

    private static KeptExport kept(ProvisioningPlan plan) {
        return new KeptExport(plan.files().stream().collect(Collectors.toMap(GeneratedFile::path, GeneratedFile::content, (a, b) -> a,
                TreeMap::new)), List.of(), List.of(), List.of());
    }

    /** One change of a scenario, and what it costs; sources: the reference, the manual pages and tunefs.ocfs2's own flags. */
    static Stream<Arguments> changes() {
        Bytes twice = Bytes.gib(200);
        return Stream.of(
                Arguments.of(Scenarios.OCFS2, "lun.size", twice, Consequence.ONLINE, "size of the LUN"),
                Arguments.of(Scenarios.OCFS2, "lun.size", Bytes.gib(50), Consequence.FORMAT, "size of the LUN"),
                Arguments.of(Scenarios.OCFS2, "fileSystems.0.slots", 16, Consequence.STOPPED, "OCFS2 slots (mkfs -N)"),
                Arguments.of(Scenarios.OCFS2, "fileSystems.0.slots", 4, Consequence.NOTHING, "OCFS2 slots (mkfs -N)"),
                Arguments.of(Scenarios.OCFS2, "fileSystems.0.blockSize", Bytes.kib(2), Consequence.FORMAT, "block size (mkfs -b)"),
                Arguments.of(Scenarios.OCFS2, "fileSystems.0.clusterSize", Bytes.kib(64), Consequence.FORMAT, "cluster size (mkfs -C)"),
                Arguments.of(Scenarios.OCFS2, "fileSystems.0.journal", Bytes.mib(128), Consequence.STOPPED, "journal (mkfs -J)"),
                Arguments.of(Scenarios.OCFS2, "fileSystems.0.heartbeatThreshold", 61, Consequence.STOPPED,
                        "disk heartbeat's dead time (O2CB_HEARTBEAT_THRESHOLD)"),
                Arguments.of(Scenarios.OCFS2, "fileSystems.0.accessTimes", AccessTimes.RELATIME, Consequence.ONLINE, "mount option atime"),
                Arguments.of(Scenarios.OCFS2, "fileSystems.0.dataOrdered", false, Consequence.ROLLING, "mount option data"),
                Arguments.of(Scenarios.OCFS2, "lun.wwid", "36001405aaaaaaaaaaaaaaaaaaaaaaaaa", Consequence.FORMAT, "WWID of the LUN"),
                Arguments.of(Scenarios.OCFS2, "cluster.nodes.2.address", "192.168.1.99", Consequence.STOPPED, "address of node3"),
                Arguments.of(Scenarios.OCFS2, "cluster.nodes.2.number", 9, Consequence.STOPPED, "number of node3"),
                Arguments.of(Scenarios.OCFS2, "mountPoint", "/data", Consequence.ROLLING, "mount point"),
                Arguments.of(Scenarios.GFS2, "mountPoint", "/data", Consequence.STOPPED, "mount point"),
                Arguments.of(Scenarios.GFS2, "lun.size", twice, Consequence.ONLINE, "size of the LUN"),
                Arguments.of(Scenarios.GFS2, "fileSystems.1.journals", 20, Consequence.ONLINE, "GFS2 journals (mkfs -j)"),
                Arguments.of(Scenarios.GFS2, "fileSystems.1.journals", 4, Consequence.NOTHING, "GFS2 journals (mkfs -j)"),
                Arguments.of(Scenarios.GFS2, "fileSystems.1.journal", Bytes.mib(64), Consequence.FORMAT, "journal size (mkfs -J)"),
                Arguments.of(Scenarios.GFS2, "fileSystems.1.blockSize", Bytes.kib(2), Consequence.FORMAT, "block size (mkfs -b)"),
                Arguments.of(Scenarios.GFS2, "fileSystems.1.lockTable", "webcluster:other", Consequence.STOPPED, "lock table"),
                Arguments.of(Scenarios.GFS2, "fileSystems.1.accessTimes", AccessTimes.RELATIME, Consequence.STOPPED, "mount option atime"),
                Arguments.of(Scenarios.GFS2, "cluster.token", Duration.ofSeconds(5), Consequence.ONLINE, "corosync's token (token)"),
                Arguments.of(Scenarios.GFS2, "cluster.fencing.devices.1.address", "10.0.0.77", Consequence.ROLLING, "fence device of node2"),
                Arguments.of(Scenarios.GFS2, "cluster.quorumDevice", "192.168.1.9", Consequence.ONLINE, "quorum device"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeHasItsPrice(String label, String path, Object value, Consequence expected, String what) {
        Scenario before = new Scenarios().nodes(3).build();
        ExportDifference found = difference(before, Change.of(before, path, value), label);
        ExportChange change = found.changes().stream().filter(c -> c.what().equals(what)).findFirst()
                .orElseThrow(() -> new AssertionError(found.changes()));
        assertEquals(expected, change.consequence());
        assertFalse(change.how().isBlank());
        assertEquals(expected, found.changes().get(0).consequence(), "nothing else that changes costs more: " + found.changes());
    }

    @Test
    void theSameScenarioDiffersInNothing() {
        for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
            ExportDifference found = difference(new Scenarios().build(), new Scenarios().build(), label);
            assertFalse(found.differs(), found.toString());
            assertEquals(Consequence.NOTHING, found.consequence());
        }
    }

    /** udev, multipath and the array's own tools write one identifier in three ways. */
    @Test
    void theSameLunMayBeWrittenInAnotherWay() {
        Scenario before = new Scenarios().build();
        String digits = Scenarios.WWID.substring(1);
        for (String same : List.of(digits, "0x" + digits, "0x" + digits.toUpperCase(java.util.Locale.ROOT))) {
            for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
                ExportDifference found = difference(before, Change.of(before, "lun.wwid", same), label);
                assertEquals(List.of(), found.changes());
                assertEquals(Consequence.NOTHING, found.consequence(), same);
            }
        }
    }

    @Test
    void aNodeMoreIsFoundEverywhereItIsNamed() {
        ExportDifference found = difference(new Scenarios().nodes(2).build(), new Scenarios().nodes(3).build(), Scenarios.GFS2);
        assertEquals("node3 192.168.1.103", found.changes().stream().filter(c -> c.what().equals("node")).findFirst().orElseThrow().after());
        Map<String, FileChange> files = found.files().stream().collect(Collectors.toMap(FileChange::path, file -> file));
        assertEquals(Presence.ADDED, files.get("fencing/node3").presence());
        assertEquals(Presence.ADDED, files.get("files/common/etc/quorate/fence-node3").presence());
        FileChange corosync = files.get("files/common/etc/corosync/corosync.conf");
        assertEquals(Consequence.ONLINE, corosync.consequence());
        assertTrue(corosync.diff().contains("\n+        name: node3\n") && corosync.diff().contains("\n-    two_node: 1\n"), corosync.diff());
        assertEquals(Consequence.ONLINE, found.consequence(), found.changes().toString());
    }

    @Test
    void stepsComeAndGo() {
        ExportDifference found = difference(new Scenarios().php(true).build(), new Scenarios().php(false).chap(true).build(), Scenarios.OCFS2);
        assertEquals(Map.of("secrets", Presence.ADDED, "php-mount", Presence.REMOVED, "php-collect", Presence.REMOVED),
                found.steps().stream().collect(Collectors.toMap(step -> step.id(), step -> step.presence())));
        KeptExport other = kept(Scenarios.plan(new Scenarios().build(), Scenarios.OCFS2));
        TreeMap<String, String> files = new TreeMap<>(other.files());
        files.compute("node.sh", (path, text) -> text.replace("mount -- \"$MOUNT_POINT\"\n", "mount -v -- \"$MOUNT_POINT\"\n"));
        ExportDifference edited = ExportComparison.of(new KeptExport(files, List.of("node.sh"), List.of(), List.of()),
                Scenarios.plan(new Scenarios().build(), Scenarios.OCFS2));
        assertEquals(List.of("mount-ocfs2"), edited.steps().stream().map(step -> step.id()).toList());
        assertEquals(Presence.CHANGED, edited.steps().get(0).presence());
    }

    /** A setting or file that no rule knows would be told of as "node by node" only for want of better knowledge. */
    @Test
    void everySettingAndFileIsJudged() {
        KeptExport nothing = new KeptExport(new TreeMap<>(), List.of(), List.of(), List.of());
        List<String> unknown = new ArrayList<>();
        int plans = 0;
        for (OsRelease os : OsRelease.values()) {
            for (Fencing.Agent agent : Fencing.Agent.values()) {
                boolean mpath = agent == Fencing.Agent.MPATH;
                Scenario scenario = new Scenarios().os(os).fencing(agent).multipath(mpath).chap(mpath).build();
                for (String label : List.of(Scenarios.OCFS2, Scenarios.GFS2)) {
                    if (Provisioning.plan(scenario, label) instanceof ProvisioningPlan plan) {
                        plans++;
                        unjudged(ExportComparison.of(nothing, plan)).forEach(what -> unknown.add(os + " " + what));
                    }
                }
            }
        }
        assertEquals(List.of(), unknown.stream().distinct().toList());
        assertTrue(plans > 100, "only " + plans + " plans");
    }

    private static List<String> unjudged(ExportDifference difference) {
        return Stream.concat(difference.changes().stream().filter(c -> c.how().startsWith("no rule")).map(ExportChange::what),
                difference.files().stream().filter(f -> f.how().startsWith("no rule")).map(FileChange::path)).toList();
    }

    @Test
    void whatNoRuleKnowsIsToldAsSuch() {
        ProvisioningPlan plan = Scenarios.plan(new Scenarios().build(), Scenarios.GFS2);
        TreeMap<String, String> files = new TreeMap<>(kept(plan).files());
        files.put("files/common/etc/unheard-of", "x\n");
        files.compute("settings.sh", (path, text) -> text + "UNHEARD_OF='x'\n");
        ExportDifference found = ExportComparison.of(new KeptExport(files, List.of(), List.of(), List.of()), plan);
        assertEquals(List.of("setting UNHEARD_OF", "files/common/etc/unheard-of"), unjudged(found));
        assertEquals(Consequence.ROLLING, found.consequence());
    }

    @Test
    void theDiffIsThatOfDiff(@TempDir Path dir) throws Exception {
        ProvisioningPlan before = Scenarios.plan(new Scenarios().nodes(2).build(), Scenarios.GFS2);
        ProvisioningPlan after = Scenarios.plan(new Scenarios().nodes(3).build(), Scenarios.GFS2);
        ExportWriter.write(before, dir.resolve("old"), false);
        ExportWriter.write(after, dir.resolve("new"), false);
        List<FileChange> files = ExportComparison.of(ExportReader.read(dir.resolve("old")), after).files();
        assertTrue(files.size() >= 10, "only " + files.size() + " files");
        for (FileChange file : files) {
            Process diff = new ProcessBuilder("diff", "-N", "-U3", "--label", "old/" + file.path(), "--label", "new/" + file.path(),
                    "old/" + file.path(), "new/" + file.path()).directory(dir.toFile()).start();
            String expected = new String(diff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(1, diff.waitFor());
            // diff leaves a count of 1 out.
            assertEquals(expected.replaceAll("(?m)^(@@ -\\d+)( \\+|,\\d+ \\+)(\\d+) @@", "$1$2$3,1 @@"), file.diff());
        }
    }

    @Test
    void anExportIsReadThroughALinkToIt(@TempDir Path dir) throws IOException {
        ProvisioningPlan plan = Scenarios.plan(new Scenarios().build(), Scenarios.OCFS2);
        ExportWriter.write(plan, dir.resolve("export"), false);
        Path link = Files.createSymbolicLink(dir.resolve("link"), Path.of("export"));
        assertEquals(ExportReader.read(dir.resolve("export")), ExportReader.read(link));
        assertEquals(List.of(), ExportReader.read(link).missing());
    }

    @Test
    void whatHappenedToTheOldExportIsTold(@TempDir Path dir) throws IOException {
        ProvisioningPlan plan = Scenarios.plan(new Scenarios().build(), Scenarios.OCFS2);
        Path old = dir.resolve("old");
        ExportWriter.write(plan, old, false);
        Files.delete(old.resolve(".quorate-export")); // a copy of it often lacks what is hidden
        assertFalse(ExportComparison.of(ExportReader.read(old), plan).differs());
        Files.writeString(old.resolve("files/common/etc/default/o2cb"), "O2CB_HEARTBEAT_THRESHOLD=61\n");
        Files.delete(old.resolve("blocks/etc/fstab"));
        Files.createSymbolicLink(old.resolve("blocks/etc/fstab"), Files.writeString(dir.resolve("secret"), "root:x"));
        Files.writeString(old.resolve("notes"), "mine");
        KeptExport kept = ExportReader.read(old);
        assertEquals(List.of("files/common/etc/default/o2cb"), kept.edited());
        assertEquals(List.of("blocks/etc/fstab"), kept.missing());
        assertEquals(List.of("notes"), kept.unknown());
        ExportDifference found = ExportComparison.of(kept, plan);
        assertEquals("61", found.changes().get(0).before());
        assertFalse(found.toString().contains("root:"), "no link is followed");
        Files.writeString(old.resolve("SHA256SUMS"), "nonsense\n");
        assertThrows(ExportRefusedException.class, () -> ExportReader.read(old));
        assertThrows(ExportRefusedException.class, () -> ExportReader.read(dir));
    }
}
