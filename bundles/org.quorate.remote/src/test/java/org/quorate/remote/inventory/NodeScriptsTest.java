// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.inventory.PackageFacts;
import org.quorate.model.inventory.ServiceFacts;

/** The scripts as shells of all kinds run them, with tools in front of this machine's that say what those of other systems say. */
class NodeScriptsTest {

    /** Of Debian and Ubuntu, of Red Hat and SUSE as {@code /bin/sh}, and of what is smallest. */
    private static final List<List<String>> SHELLS = List.of(List.of("dash"), List.of("bash", "--posix"), List.of("busybox", "sh"));
    private static final List<String> SCRIPTS = List.of("inventory.sh", "signatures.sh");
    private static final long MOST_SECONDS = 60;

    @TempDir
    private Path folder;

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

    private String run(List<String> shell, String name, String... arguments) throws Exception {
        String script = script(name);
        assertTrue(script.contains("\nPATH=/usr/sbin:"), "the script looks for tools where it wants");
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of("-c", script.replace("\nPATH=/usr/sbin:", "\nPATH=" + folder + ":/usr/sbin:"), name));
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
