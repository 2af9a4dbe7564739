// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.node.NodeReader;
import org.quorate.model.Wwid;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.inventory.PackageFacts;
import org.quorate.model.inventory.ServiceFacts;

/** The scripts as shells of all kinds run them, with tools in front of this machine's that say what those of other systems say. */
class InventoryScriptsTest {

    /** Of Debian and Ubuntu, of Red Hat and SUSE as {@code /bin/sh}, and of what is smallest. */
    private static final List<List<String>> SHELLS = List.of(List.of("dash"), List.of("bash", "--posix"), List.of("busybox", "sh"));
    /** Without busybox, which has an rpm of its own and prefers it. */
    private static final List<List<String>> SHELLS_OF_RPM = SHELLS.subList(0, 2);
    private static final List<String> SCRIPTS = List.of("inventory.sh", "signatures.sh");
    private static final long MOST_SECONDS = 60;

    @TempDir
    private Path folder;
    /** What the script reads of this machine, and reads from the folder instead. */
    private final List<String> replaced = new ArrayList<>();

    /** A tool that is found before that of this machine. */
    private void tool(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String script(String name) throws IOException {
        try (var in = NodeInventories.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void file(String path, String... lines) throws IOException {
        Files.writeString(folder.resolve(path.substring(1).replace('/', '-')), lines.length == 0 ? "" : String.join("\n", lines) + "\n");
        replaced.add(path);
    }

    private String run(List<String> shell, String name, String... arguments) throws Exception {
        String script = script(name);
        assertTrue(script.contains("\nPATH=/usr/sbin:"), "the script looks for tools where it wants");
        script = script.replace("\nPATH=/usr/sbin:", "\nPATH=" + folder + ":/usr/sbin:");
        for (String path : replaced) {
            assertTrue(script.contains(path), path);
            script = script.replace(path, folder.resolve(path.substring(1).replace('/', '-')).toString());
        }
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-c", script, name));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.ISO_8859_1);
        assertTrue(ended && text.endsWith("\n#end\n"), shell + " " + name + ":\n" + text);
        return text;
    }

    private NodeInventory inventory(List<String> shell) throws Exception {
        return NodeReader.read("web1", IntakeSource.of(new ByteArrayInputStream(run(shell, "inventory.sh").getBytes(StandardCharsets.ISO_8859_1))));
    }

    @Test
    void shellcheckHasNothingToSay() throws Exception {
        for (String name : SCRIPTS) {
            Path file = folder.resolve(name);
            Files.writeString(file, script(name));
            for (List<String> tool : List.of(List.of("shellcheck", "--shell=sh", "--enable=all", "--exclude=SC2250,SC2310,SC2311,SC2312"),
                    List.of("shfmt", "-d", "-i", "4", "-ln", "posix"))) {
                List<String> command = new ArrayList<>(tool);
                command.add(file.toString());
                Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
                assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                assertEquals(0, process.waitFor());
            }
        }
    }

    @Test
    void aToolThatHangsIsGivenUp() throws Exception {
        for (String name : List.of("modinfo", "dpkg-query", "rpm", "systemctl", "chronyc", "firewall-cmd", "lsblk", "ip", "getconf", "blkid", "wipefs", "pvs",
                "vgs", "multipath")) {
            tool(name, "exec sleep 300");
        }
        // The limits, but a tenth of them.
        tool("timeout", "shift 2", "limit=$1", "shift", "exec /usr/bin/timeout -k 0.5 $((limit / 10)).5 \"$@\"");
        List<String> shell = SHELLS.get(0);
        NodeInventory node = inventory(shell);
        assertEquals(System.getProperty("os.version"), node.system().kernel(), "what answers is read all the same");
        assertEquals(List.of(), node.packages());
        run(shell, "signatures.sh", "null");
    }

    /** Forms of util-linux 2.37, rpm 4.16 and chrony 4.3; dpkg is there as a tool and knows of nothing. The array's WWN is cut by its udev. */
    @Test
    void rockyIsRead() throws Exception {
        file("/etc/os-release", "NAME=\"Rocky Linux\"", "VERSION=\"9.4 (Blue Onyx)\"", "ID=\"rocky\"", "ID_LIKE=\"rhel centos fedora\"", "VERSION_ID=\"9.4\"",
                "PRETTY_NAME=\"Rocky Linux 9.4 (Blue Onyx)\"");
        file("/var/lib/dpkg/status");
        tool("dpkg-query", "exit 1");
        tool("rpm", "echo 'package ocfs2-tools is not installed'", "printf 'installed\\tgfs2-utils\\t3.5.1-2.el9\\ninstalled\\tkernel-uek\\t5.15\\n'", "exit 17");
        tool("chronyc", "echo 'C0A80001,192.168.0.1,3,1764322000.123456789,0.000012345,0.000001,0.00002,1.234,0.001,0.02,0.001,0.0005,64.2,Normal'");
        tool("lsblk", "cat <<'EOF'",
                "NAME=\"sdd\" KNAME=\"sdd\" PKNAME=\"\" TYPE=\"disk\" SIZE=\"536870912000\" TRAN=\"iscsi\" VENDOR=\"IBM     \" MODEL=\"2145            \" SERIAL=\"x\""
                        + " WWN=\"0x6005076813810225\" FSTYPE=\"mpath_member\" MOUNTPOINT=\"\"",
                "NAME=\"mpatha\" KNAME=\"dm-0\" PKNAME=\"sdd\" TYPE=\"mpath\" SIZE=\"536870912000\" TRAN=\"\" VENDOR=\"\" MODEL=\"\" SERIAL=\"\" WWN=\"\" FSTYPE=\"\""
                        + " MOUNTPOINT=\"\"",
                "NAME=\"mpatha1\" KNAME=\"dm-1\" PKNAME=\"dm-0\" TYPE=\"part\" SIZE=\"19327352832\" TRAN=\"\" VENDOR=\"\" MODEL=\"\" SERIAL=\"\" WWN=\"\" FSTYPE=\"xfs\""
                        + " MOUNTPOINT=\"/a\\x20b\"", "EOF");
        for (List<String> shell : SHELLS_OF_RPM) {
            NodeInventory node = inventory(shell);
            assertEquals("rocky 9.4", node.system().osId() + " " + node.system().osVersion(), shell.toString());
            assertEquals(List.of("gfs2-utils 3.5.1-2.el9", "kernel-uek 5.15"), node.packages().stream().map(each -> each.name() + " " + each.version()).toList());
            assertTrue(node.clock().synchronised());
            assertEquals(List.of("sdd IBM 2145", "dm-0 ", "dm-1 "), node.devices().stream().map(each -> each.name() + " " + each.model()).toList());
            assertEquals("/a b", node.devices().get(2).mountPoint());
            assertEquals(List.of("dm-0"), node.devices().get(2).parents());
            assertFalse(Wwid.isGlobal(node.devices().get(0).wwid()), "all LUNs of the array have this one");
        }
    }

    /** SLES 15: its version has a service pack, rpm and no dpkg; chrony is not in step. */
    @Test
    void suseIsRead() throws Exception {
        file("/etc/os-release", "NAME=\"SLES\"", "VERSION=\"15-SP5\"", "VERSION_ID=\"15.5\"", "PRETTY_NAME=\"SUSE Linux Enterprise Server 15 SP5\"", "ID=\"sles\"",
                "ID_LIKE=\"suse\"");
        file("/var/lib/dpkg/status");
        tool("rpm", "printf 'installed\\tocfs2-kmp-default\\t5.14.21_150500.53-150500.53.2\\ninstalled\\tcrmsh\\t4.5.0-1\\n'");
        tool("chronyc", "echo '7F7F0101,,0,0.000000000,0.000000000,0.000000000,0.000000000,0.000,0.000,0.000,0.000000000,1.000000000,0.0,Not synchronised'");
        tool("modinfo", "case $3 in ocfs2 | ocfs2_stack_user) echo \"/lib/modules/5.14.21/updates/$3.ko\" ;; *) exit 1 ;; esac");
        for (List<String> shell : SHELLS_OF_RPM) {
            NodeInventory node = inventory(shell);
            assertEquals("sles 15.5", node.system().osId() + " " + node.system().osVersion(), shell.toString());
            assertEquals(List.of("ocfs2-kmp-default", "crmsh"), node.packages().stream().map(PackageFacts::name).toList());
            assertEquals("chrony", node.clock().source());
            assertFalse(node.clock().synchronised());
            assertTrue(node.module("ocfs2").orElseThrow().available());
            assertFalse(node.module("gfs2").orElseThrow().available());
        }
    }

    /** Ubuntu 18.04: util-linux 2.31 writes blanks as they are, chrony is not installed, and rpm is there as a tool. */
    @Test
    void ubuntuIsRead() throws Exception {
        file("/etc/os-release", "NAME=\"Ubuntu\"", "VERSION=\"18.04.6 LTS (Bionic Beaver)\"", "ID=ubuntu", "ID_LIKE=debian", "PRETTY_NAME=\"Ubuntu 18.04.6 LTS\"",
                "VERSION_ID=\"18.04\"");
        file("/var/lib/dpkg/status", "Package: open-iscsi");
        tool("dpkg-query", "printf 'installed\\topen-iscsi\\t2.0.874-5ubuntu2.11\\nnot-installed\\tocfs2-tools\\t\\nconfig-files\\tpacemaker\\t1.1.18\\n'",
                "echo 'dpkg-query: no packages found matching sg3_utils' >&2", "exit 1");
        tool("rpm", "echo 'package lvm2 is not installed'");
        tool("lsblk", "cat <<'EOF'", "NAME=\"sda\" KNAME=\"sda\" PKNAME=\"\" TYPE=\"disk\" SIZE=\"959656755200\" TRAN=\"\" VENDOR=\"DELL    \" MODEL=\"PERC H730P      \""
                + " SERIAL=\"\" WWN=\"0x61866da06ba1b2002b1c2d3e4f506172\" FSTYPE=\"\" MOUNTPOINT=\"\"", "EOF");
        for (List<String> shell : SHELLS) {
            NodeInventory node = inventory(shell);
            assertEquals("ubuntu 18.04", node.system().osId() + " " + node.system().osVersion(), shell.toString());
            assertEquals(List.of(new PackageFacts("open-iscsi", "2.0.874-5ubuntu2.11")), node.packages(), shell.toString());
            assertEquals("DELL PERC H730P", node.devices().get(0).model());
            assertEquals("61866da06ba1b2002b1c2d3e4f506172", node.devices().get(0).wwid());
        }
    }

    @Test
    void everyShellFindsTheSame() throws Exception {
        tool("dpkg-query", "printf 'installed\\tcorosync\\t3.1.7-1\\nnot-installed\\tgfs2-utils\\t\\n'");
        tool("systemctl", "[ \"$1\" = show ] && printf 'Id=chrony.service\\nActiveState=active\\nUnitFileState=enabled\\n\\n"
                + "Id=chrony.service\\nActiveState=active\\nUnitFileState=enabled\\n\\nId=o2cb.service\\nActiveState=inactive\\nUnitFileState=\\n\\n"
                + "Id=dlm.service\\nActiveState=inactive\\nUnitFileState=disabled\\n'");
        for (List<String> shell : SHELLS) {
            NodeInventory node = inventory(shell);
            assertEquals(List.of(new PackageFacts("corosync", "3.1.7-1")), node.packages(), shell.toString());
            assertEquals(List.of(new ServiceFacts("chrony", "active", "enabled"), new ServiceFacts("dlm", "inactive", "disabled")), node.services(),
                    shell.toString());
            assertEquals(List.of(), node.remarks().stream().filter(remark -> !remark.contains("without root")).toList(), shell.toString());
            assertEquals(Runtime.getRuntime().availableProcessors(), node.processors(), shell.toString());
        }
    }
}
