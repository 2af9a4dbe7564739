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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server of this process, whose node is this machine; real ones are asked in the bundle remote. */
class InventoryCommandTest {

    private static final String PASSWORD = "correct horse";
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();
    private final SshServer server = SshServer.setUpDefaultServer();

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair key = generator.generateKeyPair();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> user.equals("tester") && password.equals(PASSWORD));
        server.setCommandFactory((channel, line) -> new ProcessShellFactory(line, "/bin/sh", "-c", line).createShell(channel));
        server.start();
        Files.writeString(folder.resolve("config"), "Host node1 node2\n  HostName 127.0.0.1\n  Port " + server.getPort() + "\nHost *\n  IdentityAgent none\n"
                + "  IdentityFile none\n  UserKnownHostsFile " + folder.resolve("known") + "\n  GlobalKnownHostsFile " + folder.resolve("none") + "\n");
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Files.setPosixFilePermissions(folder.resolve("password"), PosixFilePermissions.fromString("rw-------"));
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private int run(String... more) {
        return terminal.run(List.of("inventory", "--ssh-config", folder.resolve("config").toString(), "--user", "tester", "--no-sudo", "--password",
                "file:" + folder.resolve("password")), more);
    }

    /** The fingerprint that the refusal shows is the one that is then trusted. */
    private String fingerprint() {
        assertEquals(1, run("--host", "node1"));
        Matcher shown = FINGERPRINT.matcher(terminal.err());
        assertTrue(shown.find(), terminal.err());
        return shown.group();
    }

    @Test
    void anUnknownKeyIsRefusedUnlessItsFingerprintIsTrusted() throws IOException {
        String fingerprint = fingerprint();
        assertTrue(terminal.out().contains("NO ANSWER"), terminal.out());
        assertFalse(Files.exists(folder.resolve("known")));
        assertEquals(0, run("--host", "node1", "--trust", fingerprint), terminal::err);
        assertTrue(terminal.out().contains(System.getProperty("os.version")), terminal.out());
        assertEquals(0, run("--host", "node1"), "it is known now");
        assertFalse((terminal.out() + terminal.err()).contains(PASSWORD));
    }

    @Test
    void nodesAreComparedWithTheScenarioAndItCanBeChanged() throws IOException {
        Path scenario = folder.resolve("scenario.yaml");
        Files.writeString(scenario, Terminal.resource("small.yaml"));
        String fingerprint = fingerprint();
        int code = run(scenario.toString(), "--trust", fingerprint, "--json", "-q");
        assertTrue(terminal.out().startsWith("{\n  \"format\" : \"quorate-inventory/1\""), terminal.out());
        assertTrue(terminal.out().contains("\"rule\" : \"same-host-name\""), "both are this machine: " + terminal.out());
        assertEquals(0, code, terminal::err);
        assertEquals(4, run(scenario.toString(), "--fail-on", "critical", "--csv"));
        assertTrue(terminal.out().startsWith("node,section,item,property,value\nnode1,system,,hostName,"), terminal.out());
        assertEquals(0, run(scenario.toString(), "--fix", "system-planned,nothing-like-that"), terminal::err);
        assertTrue(terminal.err().contains("nothing-like-that: nothing to fix"), terminal.err());
        assertTrue(terminal.out().contains("name: node1"), terminal.out());
    }

    @Test
    void aNodeThatIsNotThereIsToldAndTheOthersAreShown() {
        assertEquals(1, run("--host", "node1", "--host", "tester@127.0.0.1:1", "--trust", fingerprint()));
        assertTrue(terminal.out().contains("node1"), terminal.out());
        assertTrue(terminal.err().contains("1 of 2 nodes did not answer"), terminal.err());
    }

    @Test
    void wrongUsageIsTold() {
        terminal.assertWrongUsage("which nodes?", "inventory");
        terminal.assertWrongUsage("not [user@]host[:port]", "inventory", "--host", "a b");
        terminal.assertWrongUsage("not a name of a node", "inventory", "--host", "a b=c");
        terminal.assertWrongUsage("never what it is", "inventory", "--host", "a", "--password", "geheim");
        assertFalse(terminal.err().contains("geheim"));
        terminal.assertWrongUsage("--fix needs a scenario", "inventory", "--host", "a", "--fix", "x");
        terminal.assertWrongUsage("--trust", "inventory", "--host", "a", "--trust", "MD5:aa");
        terminal.assertWrongUsage("--parallel", "inventory", "--host", "a", "--parallel", "0");
        terminal.assertWrongUsage("is given twice", "inventory", "--host", "a", "--host", "a");
    }

    @Test
    void aSecretThatOthersMayReadIsRefused() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("password"), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(1, run("--host", "node1"));
        assertTrue(terminal.err().contains("chmod 600"), terminal.err());
    }
}
