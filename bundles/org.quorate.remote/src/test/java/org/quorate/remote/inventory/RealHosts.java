// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.inventory;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quorate.model.inventory.MountFacts;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.remote.Command;
import org.quorate.remote.Hop;
import org.quorate.remote.RemoteException;
import org.quorate.remote.RemoteException.Kind;
import org.quorate.remote.RemoteShell;
import org.quorate.remote.Result;
import org.quorate.remote.Target;
import org.quorate.remote.config.SshConfig;
import org.quorate.remote.config.Targets;
import org.quorate.remote.hostkey.KeyQuestion;
import org.quorate.remote.secret.Secret;
import org.quorate.remote.secret.Secrets;
import org.quorate.remote.secret.Wanted;
import org.quorate.remote.sshj.SshjConnector;

/** Runs beside the nodes of nodes.sh, and prints {@code ok WHAT} or {@code FAIL WHAT} of each check, as the scripts of this project's tests do. */
public final class RealHosts {

    static final String PHRASE = "a phrase, with blanks";
    static final int CHECKS = 13;
    private static final String SUDO_PASSWORD = "pass 'word\"1";

    private final Path folder;
    private final int nodes;
    private final List<String> asked = new ArrayList<>();

    private RealHosts(Path folder, int nodes) {
        this.folder = folder;
        this.nodes = nodes;
    }

    /** A check. */
    private interface Check {
        void run() throws Exception;
    }

    /** @param arguments the folder with the keys, and how many nodes there are */
    public static void main(String[] arguments) {
        RealHosts hosts = new RealHosts(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        hosts.check("unknown keys are asked for with the fingerprint of ssh-keygen, and ssh trusts what was kept", hosts::unknownKeys);
        hosts.check("keys of every kind", hosts::keys);
        hosts.check("a passphrase, asked for again when it is wrong", hosts::passphrases);
        hosts.check("the agent", hosts::agent);
        hosts.check("a password, and keyboard-interactive", hosts::passwords);
        hosts.check("a login that is refused says what was tried", hosts::refused);
        hosts.check("jumps by the configuration", hosts::jumps);
        hosts.check("sudo without, with and with a wrong password, and refused", hosts::sudo);
        hosts.check("a full disk is told", hosts::fullDisk);
        hosts.check("a connection that breaks during a command", hosts::broken);
        hosts.check("an inventory as root and without", hosts::inventory);
        hosts.check("an inventory changes nothing", hosts::nothingChanged);
        hosts.check("the whole fleet at once", hosts::fleet);
        // Threads of connections that a check left open must not keep this from ending.
        System.exit(0);
    }

    private void check(String what, Check check) {
        try {
            check.run();
            System.out.println("ok " + what);
        } catch (Exception | AssertionError e) {
            System.out.println("FAIL " + what);
            e.printStackTrace(System.out);
        }
    }

    private static String address(int node) {
        return "198.51.100." + node;
    }

    private Target target(String user, int node, String... keys) {
        return new Target("node" + node, address(node), 22, user, address(node), Arrays.stream(keys).map(folder::resolve).toList(), false,
                Optional.empty(), List.of(folder.resolve("known_hosts")), false, false, Target.Limits.DEFAULT, List.of());
    }

    private RemoteShell connect(Target target, Secrets secrets) throws IOException {
        return new SshjConnector(unknown -> true, secrets).connect(target, () -> false);
    }

    private RemoteShell shell(String user, int node) throws IOException {
        return connect(target(user, node, "user1"), this::secret);
    }

    private synchronized Optional<Secret> secret(Wanted wanted) {
        asked.add(wanted.prompt());
        return Optional.of(new Secret((wanted instanceof Wanted.Passphrase ? PHRASE : SUDO_PASSWORD).toCharArray()));
    }

    private static String login(RemoteShell shell) throws IOException {
        try (shell) {
            return shell.run(Command.of("sh", "-c", "echo $(id -un)@$(uname -n)")).out().text().strip();
        }
    }

    private void unknownKeys() throws Exception {
        List<KeyQuestion.UnknownKey> unknown = new ArrayList<>();
        new SshjConnector(key -> unknown.add(key), Secrets.NONE).connect(target("plain", 1, "user1"), () -> false).close();
        // The server has two keys; which one is offered is negotiated.
        String file = unknown.get(0).key().type().equals("ssh-ed25519") ? "host1.pub" : "host1_ecdsa.pub";
        Process keygen = new ProcessBuilder("ssh-keygen", "-lf", folder.resolve(file).toString()).start();
        String fingerprint = new String(keygen.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[1];
        assertEquals(1, unknown.size());
        assertEquals(fingerprint, unknown.get(0).key().fingerprint());
        Process ssh = new ProcessBuilder("ssh", "-F", "none", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes", "-o", "UserKnownHostsFile="
                + folder.resolve("known_hosts"), "-i", folder.resolve("user1").toString(), "plain@" + address(1), "uname -n").redirectErrorStream(true).start();
        assertEquals("node1", new String(ssh.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
        // The same name, hashed by ssh-keygen, is still known.
        assertEquals(0, new ProcessBuilder("ssh-keygen", "-q", "-H", "-f", folder.resolve("known_hosts").toString()).start().waitFor());
        new SshjConnector(KeyQuestion.REFUSE, Secrets.NONE).connect(target("plain", 1, "user1"), () -> false).close();
        RemoteException e = assertThrows(RemoteException.class,
                () -> new SshjConnector(KeyQuestion.REFUSE, Secrets.NONE).connect(target("plain", 2, "user1"), () -> false));
        assertEquals(Kind.KEY_UNKNOWN, e.kind());
    }

    private void keys() throws IOException {
        for (String key : List.of("user1", "user2", "user3", "user6")) {
            assertEquals("plain@node1", login(connect(target("plain", 1, key), Secrets.NONE)), key);
        }
        assertEquals("root@node3", login(connect(target("root", 3, "other", "user3"), Secrets.NONE)), "the second key");
    }

    private void passphrases() throws IOException {
        for (String key : List.of("user4", "user5")) {
            List<Boolean> again = new ArrayList<>();
            Secrets wrongFirst = wanted -> {
                again.add(wanted.again());
                return Optional.of(new Secret((wanted.again() ? PHRASE : "wrong").toCharArray()));
            };
            assertEquals("plain@node1", login(connect(target("plain", 1, key), wrongFirst)), key);
            assertEquals(List.of(false, true), again);
        }
    }

    private void agent() throws Exception {
        Path socket = folder.resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).redirectErrorStream(true).start();
        try {
            while (!Files.exists(socket)) {
                Thread.sleep(20);
            }
            for (String key : List.of("user2", "user1", "user3")) {
                Target with = new Target("node1", address(1), 22, "plain", address(1), List.of(), false, Optional.of(socket),
                        List.of(folder.resolve("known_hosts")), false, false, Target.Limits.DEFAULT, List.of());
                add(socket, "-D");
                add(socket, folder.resolve("other").toString(), folder.resolve(key).toString());
                assertEquals("plain@node1", login(connect(with, Secrets.NONE)), key);
                Target only = new Target("node1", address(1), 22, "plain", address(1), List.of(folder.resolve("other")), true, Optional.of(socket),
                        List.of(folder.resolve("known_hosts")), false, false, Target.Limits.DEFAULT, List.of());
                assertEquals(Kind.LOGIN, assertThrows(RemoteException.class, () -> connect(only, Secrets.NONE)).kind(), "IdentitiesOnly");
            }
        } finally {
            agent.destroy();
        }
    }

    private static void add(Path socket, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("ssh-add", "-q"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SSH_AUTH_SOCK", socket.toString());
        assertEquals(0, builder.start().waitFor());
    }

    private void passwords() throws IOException {
        assertEquals("asked@node1", login(connect(target("asked", 1), this::secret)));
        assertEquals("asked@node2", login(connect(target("asked", 2), this::secret)), "keyboard-interactive");
        assertTrue(asked.contains("Password of asked@" + address(2)), asked.toString());
    }

    private void refused() {
        RemoteException e = assertThrows(RemoteException.class, () -> connect(target("plain", 1, "other", "nothing"), Secrets.NONE));
        assertEquals(Kind.LOGIN, e.kind());
        assertTrue(e.getMessage().contains("nothing (no such key)") && e.getMessage().contains("it allows: publickey"), e.getMessage());
    }

    private void jumps() throws IOException {
        Path config = folder.resolve("config");
        Files.writeString(config, String.join("\n", "Host far", "  HostName " + address(3), "  ProxyJump first,second", "Host first",
                "  HostName " + address(1), "Host second", "  HostName " + address(2), "Host *", "  User plain",
                "  IdentityFile " + folder.resolve("user3"), "  UserKnownHostsFile " + folder.resolve("known_jumps"), ""));
        Targets targets = new Targets(SshConfig.read(List.of(config), folder), folder, "nobody", "nobody", Optional.empty(), Target.Limits.DEFAULT);
        Target far = targets.of(Hop.of("far"));
        try (RemoteShell shell = connect(far, Secrets.NONE)) {
            String told = shell.run(Command.of("sh", "-c", "uname -n; echo $SSH_CONNECTION")).out().text();
            assertTrue(told.startsWith("node3\n" + address(2) + " "), told);
        }
        assertEquals(3, Files.readAllLines(folder.resolve("known_jumps")).size());
    }

    private void sudo() throws IOException {
        try (RemoteShell shell = shell("free", 1)) {
            Result result = shell.run(Command.of("sh", "-c", "id -un; cat; echo said >&2; exit 7").asRoot().reading("given\n".getBytes(StandardCharsets.UTF_8)));
            assertEquals("root\ngiven\n", result.out().text());
            assertEquals("said\n", result.err().text());
            assertEquals(7, result.exit());
        }
        try (RemoteShell shell = shell("asked", 1)) {
            Result result = shell.run(Command.of("sh", "-c", "id -un; cat; ps -eo args; echo said >&2").asRoot().reading("given\n".getBytes(StandardCharsets.UTF_8)));
            assertTrue(result.out().text().startsWith("root\ngiven\n"), result.out().text());
            assertFalse((result.out().text() + result.err().text()).contains(SUDO_PASSWORD), "on no command line");
            assertEquals("said\n", result.err().text());
            assertEquals("root\n", shell.run(Command.of("id", "-un").asRoot()).out().text(), "a second time");
        }
        List<Boolean> again = new ArrayList<>();
        try (RemoteShell shell = connect(target("asked", 1, "user1"), wanted -> {
            again.add(wanted.again());
            return Optional.of(new Secret((wanted.again() ? SUDO_PASSWORD : "wrong").toCharArray()));
        })) {
            assertEquals("root\n", shell.run(new Command("sudo -k; exit", new byte[0], false, Command.Limits.DEFAULT)).exit() == 0
                    ? shell.run(Command.of("id", "-un").asRoot()).out().text() : "");
            assertEquals(List.of(false, true), again);
        }
        try (RemoteShell shell = connect(target("plain", 1, "user1"), wanted -> Optional.of(new Secret("no-sudo".toCharArray())))) {
            RemoteException e = assertThrows(RemoteException.class, () -> shell.run(Command.of("touch", "/root/no").asRoot()));
            assertEquals(Kind.SUDO, e.kind());
            assertTrue(e.getMessage().contains("not in the sudoers file"), e.getMessage());
            assertFalse(e.mayHaveRun());
        }
    }

    private void fullDisk() throws IOException {
        try (RemoteShell shell = shell("free", 1)) {
            Result full = shell.run(Command.of("sh", "-c", "cat > /small/file").asRoot().reading(new byte[1 << 20]));
            assertFalse(full.succeeded());
            assertTrue(full.ending().contains("No space left on device"), full.ending());
        }
    }

    private void broken() throws IOException {
        try (RemoteShell shell = shell("plain", 3)) {
            RemoteException e = assertThrows(RemoteException.class, () -> shell.run(new Command("echo begun; kill -9 $PPID; sleep 20", new byte[0], false,
                    Command.Limits.DEFAULT)));
            assertEquals(Kind.DROPPED, e.kind());
            assertTrue(e.mayHaveRun());
        }
    }

    private void inventory() throws IOException {
        NodeInventories inventories = new NodeInventories(new SshjConnector(unknown -> true, this::secret), true);
        NodeInventory node = inventories.take("web2", target("asked", 2, "user1"), () -> false);
        assertEquals("node2", node.system().hostName());
        assertEquals("debian 12", node.system().osId() + " " + node.system().osVersion());
        assertTrue(node.system().root());
        assertEquals(Optional.of("iqn.1993-08.org.debian:01:node2"), node.initiator());
        assertTrue(node.nics().stream().anyMatch(nic -> nic.has(address(2))), node.nics().toString());
        assertTrue(node.packages().stream().anyMatch(installed -> installed.name().equals("ocfs2-tools")), node.packages().toString());
        assertTrue(node.files().stream().anyMatch(file -> file.path().equals("/etc/ocfs2/cluster.conf") && file.text().contains("name = node2")));
        assertTrue(node.files().stream().anyMatch(file -> file.text().contains("cluster_name: web\n") && file.text().contains("keyfile: /etc")));
        assertFalse(node.toString().contains("c2VjcmV0"), "keys stay on the node");
        assertTrue(Math.abs(node.clock().offsetSeconds().orElseThrow()) < 0.5, "the clock of the same machine");
        assertEquals(Runtime.getRuntime().availableProcessors(), node.processors());
        assertEquals(List.of(), node.mounts().stream().filter(MountFacts::isClustered).toList());
        NodeInventories refusing = new NodeInventories(new SshjConnector(unknown -> true, Secrets.NONE), true);
        NodeInventory plain = refusing.take("web2", target("plain", 2, "user1"), () -> false);
        assertFalse(plain.system().root());
        assertEquals(Optional.empty(), plain.initiator(), "only root reads it");
        assertTrue(plain.remarks().get(0).contains("sudo"), plain.remarks().toString());
    }

    /** No file of the node is newer than before, but the logs of logins. */
    private void nothingChanged() throws IOException {
        try (RemoteShell shell = shell("free", 1)) {
            shell.run(Command.of("touch", "/tmp/marker").asRoot());
            String loaded = shell.run(Command.of("sha256sum", "/proc/modules")).out().text();
            new NodeInventories(new SshjConnector(unknown -> true, this::secret), true).take("node1", target("free", 1, "user1"), () -> false);
            String changed = shell.run(Command.of("sh", "-c", "find / -xdev -newercm /tmp/marker ! -path '/var/log/*' ! -path '/run' ! -path '/run/*'").asRoot()).out().text();
            assertEquals("", changed);
            String disk = shell.run(Command.of("sha256sum", "/dev/sdz").asRoot()).out().text();
            Result looked = shell.run(Command.of("sh", "-c", NodeInventories.script("signatures.sh"), "signatures", "sdz", "full").asRoot());
            assertEquals(disk, shell.run(Command.of("sha256sum", "/dev/sdz").asRoot()).out().text());
            String told = looked.out().text();
            assertTrue(told.contains("|tag\tsdz\tTYPE=ext4\n") && told.contains("|tag\tsdz\tLABEL=old\n"), told);
            assertTrue(told.matches("(?s).*[|]first\tsdz\t[1-9][0-9]*\t1048576\n.*"), told);
            assertFalse(told.contains("full"), "no block device");
            assertEquals(loaded, shell.run(Command.of("sha256sum", "/proc/modules")).out().text());
        }
    }

    private void fleet() {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (int i = 1; i <= nodes; i++) {
            targets.put("node" + i, target("free", i, "user1"));
        }
        targets.put("gone", target("free", 200, "user1").with(new Target.Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO, 1)));
        NodeInventories inventories = new NodeInventories(new SshjConnector(unknown -> true, Secrets.NONE), true);
        List<String> done = new ArrayList<>();
        long started = System.nanoTime();
        List<Fleet.Outcome<NodeInventory>> outcomes = new Fleet(16).run(targets, inventories::take, (number, name) -> done.add(name), () -> false);
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf("figure %d nodes inventoried in %.1f s%n", nodes, seconds);
        assertEquals(nodes + 1, done.size());
        for (int i = 1; i <= nodes; i++) {
            Fleet.Outcome<NodeInventory> outcome = outcomes.get(i - 1);
            assertEquals("node" + i, outcome.value().orElseThrow(() -> new AssertionError(outcome.failure())).system().hostName());
        }
        assertTrue(outcomes.get(nodes).failure().isPresent(), "one that is not there stops no other");
        assertTrue(seconds < 60, "a hang");
    }
}
