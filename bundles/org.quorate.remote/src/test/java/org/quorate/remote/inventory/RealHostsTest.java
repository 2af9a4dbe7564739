// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real OpenSSH servers, each in a network namespace with a root of its own (nodes.sh); what is checked there is in {@link RealHosts}. Needs
 * root, as the throw-away Debian does; it is never skipped.
 */
class RealHostsTest {

    /** As many as shall be asked at the same time. */
    private static final int NODES = 16;
    private static final long RUN_MINUTES = 5;
    /** Made by OpenSSH, of every kind that people have. */
    private static final List<List<String>> KEYS = List.of(List.of("user1", "ed25519", ""), List.of("user2", "rsa", ""), List.of("user3", "ecdsa", ""),
            List.of("user4", "ed25519", RealHosts.PHRASE), List.of("user5", "rsa", RealHosts.PHRASE), List.of("other", "ed25519", ""));

    @TempDir
    private Path folder;

    @Test
    void realHostsAreReachedCheckedAndInventoried() throws Exception {
        List<String> oldForm = List.of("ssh-keygen", "-q", "-t", "rsa", "-m", "PEM", "-N", "", "-C", "user6", "-f", folder.resolve("user6").toString());
        assertEquals(0, new ProcessBuilder(oldForm).inheritIO().start().waitFor());
        assertTrue(Files.readString(folder.resolve("user6")).contains("BEGIN RSA PRIVATE KEY"));
        String output = new NodeNetwork(folder).passes(RealHosts.class, NODES, RealHosts.CHECKS, KEYS, RUN_MINUTES);
        // The figure that is promised depends on the machine: it is told, and only a hang fails.
        System.out.println(output.lines().filter(line -> line.startsWith("figure ")).findFirst().orElse("no figure"));
    }
}
