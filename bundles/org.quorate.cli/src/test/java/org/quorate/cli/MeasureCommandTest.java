// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server of this process, whose nodes are this machine; real ones are measured in the bundle remote. */
class MeasureCommandTest {

    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();
    private final SshServer server = SshServer.setUpDefaultServer();
    private String fingerprint;
    private Path scenario;

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair key = generator.generateKeyPair();
        fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("tester") && password.equals(PASSWORD));
        server.setCommandFactory((channel, line) -> new ProcessShellFactory(line, "/bin/sh", "-c", line).createShell(channel));
        server.start();
        Files.writeString(folder.resolve("config"), "Host node1 node2\n  HostName 127.0.0.1\n  Port " + server.getPort() + "\nHost *\n  IdentityAgent none\n"
                + "  IdentityFile none\n  UserKnownHostsFile " + folder.resolve("known") + "\n  GlobalKnownHostsFile " + folder.resolve("none") + "\n");
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Files.setPosixFilePermissions(folder.resolve("password"), PosixFilePermissions.fromString("rw-------"));
        scenario = folder.resolve("scenario.yaml");
        // Both nodes are this machine.
        Files.writeString(scenario, Terminal.resource("small.yaml").replaceAll("address: [0-9.]+", "address: 127.0.0.1").replaceFirst("address: 127.0.0.1",
                "address: 127.0.0.2"));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private int run(String... more) {
        return terminal.run(List.of("measure", "--ssh-config", folder.resolve("config").toString(), "--user", "tester", "--no-sudo", "--trust", fingerprint,
                "--seconds", "5", "--password", "file:" + folder.resolve("password")), more);
    }

    @Test
    void roundTripsBecomeAProfileThatIsComparedWithTheScenario() throws IOException {
        assertEquals(0, run(scenario.toString()), terminal::err);
        assertTrue(terminal.out().contains("cluster.interconnect.roundTrip"), terminal.out());
        assertTrue(terminal.out().contains("Round trips, with the hosts' own work"), terminal.out());
        assertEquals(0, run(scenario.toString(), "--into", "-q"), terminal::err);
        Files.writeString(folder.resolve("measured.yaml"), terminal.out());
        assertEquals(0, terminal.run("validate", folder.resolve("measured.yaml").toString()), terminal::err);
        assertFalse((terminal.out() + terminal.err()).contains(PASSWORD));
    }

    @Test
    void aNodeThatIsNotThereIsToldAndTheOthersAreMeasured() {
        assertEquals(1, run("--host", "node1", "--host", "tester@127.0.0.1:1"));
        assertTrue(terminal.out().contains("node1"), terminal.out());
        assertTrue(terminal.err().contains("1 of 2 nodes did not answer"), terminal.err());
    }

    @Test
    void aScratchFileIsMeasuredAndGoneAndOneThatIsThereIsRefused() throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path mount = disk;
        while (mount.getParent() != null && Files.getFileStore(mount.getParent()).equals(Files.getFileStore(mount))) {
            mount = mount.getParent();
        }
        assertEquals(0, run("--host", "node1", "--no-reads", "--scratch", disk.resolve("new").toString(), "--scratch-mount", mount.toString(), "--alike"),
                terminal::err);
        // Direct requests are not to be had on every file system.
        assertTrue(terminal.out().contains("lun.service.write") || terminal.out().contains("node1: scratch file: "), terminal.out());
        try (var files = Files.list(disk)) {
            assertEquals(List.of(), files.toList());
        }
        Path mine = Files.writeString(disk.resolve("mine"), "precious");
        assertEquals(0, run("--host", "node1", "--no-reads", "--scratch", "node1=" + mine), terminal::err);
        assertTrue(terminal.out().replaceAll("\\s+", " ").contains("is there already"), terminal.out());
        assertEquals("precious", Files.readString(mine));
    }

    /** It answers an inventory as it should, and all else with what a terminal must not see. */
    @Test
    void whatAHostileNodePrintsIsNoFigureAndMovesNoCursor() {
        server.setCommandFactory((channel, line) -> new ProcessShellFactory(line, "/bin/sh", "-c", line.contains("quorate-measure 1")
                ? "printf '#quorate-measure 1\n#ping\n|\033[2J\033]0;x\007 64 bytes from x: icmp_seq=1 ttl=64 time=0.1 ms\n|64 bytes from x: icmp_seq=1 ttl=64"
                + " time=1e9 ms\n#device\n|\033[31m\n#calls\n|9 bytes copied, -1 s, x\n#fio\n|{\"fio version\": \"\033[2J\", \"jobs\": [7, {}, null]}\n'"
                : line).createShell(channel));
        assertEquals(0, run(scenario.toString(), "--device", "node1=/dev/null", "--scratch", "/tmp/never/there"), terminal::err);
        assertFalse((terminal.out() + terminal.err()).contains("\033"), terminal.out());
        assertFalse(terminal.out().contains("lun.service"), terminal.out());
        assertEquals(0, run(scenario.toString(), "--json", "-q"), terminal::err);
        assertTrue(terminal.out().startsWith("{\n  \"format\" : \"quorate-measurement/1\""), terminal.out());
        assertFalse(terminal.out().contains("\033"), terminal.out());
    }

    @Test
    void wrongUsageIsTold() {
        terminal.assertWrongUsage("which nodes?", "measure");
        terminal.assertWrongUsage("--into needs a scenario", "measure", "--host", "a", "--into");
        terminal.assertWrongUsage("5 to 600 seconds", "measure", "--host", "a", "--seconds", "1");
        terminal.assertWrongUsage("of which node is /dev/sdb?", "measure", "--host", "a", "--device", "/dev/sdb");
        terminal.assertWrongUsage("not a device below /dev", "measure", "--host", "a", "--device", "a=/etc/passwd");
        terminal.assertWrongUsage("there is no node b", "measure", "--host", "a", "--device", "b=/dev/sdb");
        terminal.assertWrongUsage("not an absolute path of a scratch file", "measure", "--host", "a", "--scratch", "/dev/sdb");
        terminal.assertWrongUsage("not an absolute path of a scratch file", "measure", "--host", "a", "--scratch", "a=file");
    }
}
