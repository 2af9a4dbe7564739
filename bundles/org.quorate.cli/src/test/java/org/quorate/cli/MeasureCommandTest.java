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
        assertEquals(0, run(scenario.toString(), "--json", "-q"), terminal::err);
        assertTrue(terminal.out().startsWith("{\n  \"format\" : \"quorate-measurement/1\""), terminal.out());
        assertEquals(0, run(scenario.toString(), "--yaml", "-q"), terminal::err);
        assertTrue(terminal.out().contains("interconnect:\n    roundTrip: "), terminal.out());
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
