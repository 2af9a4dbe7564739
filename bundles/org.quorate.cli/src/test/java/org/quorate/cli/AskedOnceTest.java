// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.app.NodeAccess;
import org.quorate.app.NodeQuestions;
import org.quorate.app.Progress;
import org.quorate.app.QuorateApp;
import org.quorate.app.RememberedQuestions;
import org.quorate.advice.fleet.FleetReport;

/** What a person is asked who goes to several nodes with one key, on a server of this process. */
class AskedOnceTest {

    private static final String PASSPHRASE = "correct horse";

    @TempDir
    private Path folder;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private final NodeQuestions person = new NodeQuestions() {
        @Override
        public boolean accept(String host, String login, String type, String fingerprint, List<String> remarks) {
            return true;
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            asked.add(prompt);
            return Optional.of((asked.size() == 1 ? "mistyped" : PASSPHRASE).toCharArray());
        }
    };

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair own = generator.generateKeyPair();
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword(PASSPHRASE);
        encryption.setCipherType("256");
        try (OutputStream out = Files.newOutputStream(folder.resolve("key"))) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(own, "", encryption, out);
        }
        Files.setPosixFilePermissions(folder.resolve("key"), PosixFilePermissions.fromString("rw-------"));
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(generator.generateKeyPair()));
        server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, own.getPublic()));
        server.setCommandFactory((channel, line) -> new ProcessShellFactory(line, "/bin/sh", "-c", line).createShell(channel));
        server.start();
        Files.writeString(folder.resolve("config"), "Host node*\n  HostName 127.0.0.1\n  Port " + server.getPort() + "\nHost *\n  IdentityAgent none\n"
                + "  IdentityFile " + folder.resolve("key") + "\n  IdentitiesOnly yes\n  UserKnownHostsFile " + folder.resolve("known")
                + "\n  GlobalKnownHostsFile " + folder.resolve("none") + "\n");
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(true);
    }

    private void inventory(NodeQuestions questions) throws IOException {
        Map<String, String> hosts = new LinkedHashMap<>();
        List.of("node1", "node2", "node3").forEach(node -> hosts.put(node, node));
        NodeAccess access = new NodeAccess(Optional.of("tester"), Optional.of(folder.resolve("config")), Optional.empty(), Optional.empty(), Set.of(), false, 3);
        FleetReport report = new QuorateApp(1).inventoryNodes().inventory(hosts, Optional.empty(), access, questions, remark -> {
            // There is nothing to know.
        }, Progress.silent(() -> false));
        assertEquals(List.of(), report.missing());
        assertEquals(3, report.nodes().size());
    }

    @Test
    void aPassphraseIsAskedForOnceForAllNodesAndAgainOnlyIfItWasWrong() throws IOException {
        String prompt = "Passphrase of " + folder.resolve("key");
        inventory(person);
        assertEquals(List.of(prompt, "Wrong. " + prompt), asked);
        inventory(person);
        assertEquals(List.of(prompt, "Wrong. " + prompt, prompt), asked, "nothing is kept beyond its end");
    }

    @Test
    void whoDoesTwoThingsKeepsTheAnswersMeanwhile() throws IOException {
        try (RememberedQuestions both = new RememberedQuestions(person)) {
            inventory(both);
            inventory(both);
        }
        assertEquals(2, asked.size(), asked::toString);
    }
}
