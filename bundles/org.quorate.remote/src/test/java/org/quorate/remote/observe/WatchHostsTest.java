// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.observe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.remote.inventory.NodeNetwork;

/** Samples of real OpenSSH servers whose roots have the files of real kernels; what is checked there is in {@link WatchHosts}. */
class WatchHostsTest {

    private static final int NODES = 3;
    private static final long MINUTES = 5;
    private static final Path KERNEL = Path.of("../org.quorate.intake/src/test/resources/org/quorate/intake/kernel");

    @TempDir
    private Path folder;

    @Test
    void samplesOfRealNodesSayWhatTheFilesOfRealKernelsSay() throws Exception {
        for (String name : List.of("glocks", "glstats", "locking_state")) {
            try (InputStream in = new GZIPInputStream(Files.newInputStream(KERNEL.resolve(name + ".gz")))) {
                Files.copy(in, folder.resolve(name));
            }
        }
        for (String name : List.of("gfs2-slabinfo", "ocfs2-slabinfo")) {
            Files.copy(KERNEL.resolve(name), folder.resolve(name));
        }
        script();
        new NodeNetwork(folder).passes(WatchHosts.class, NODES, WatchHosts.CHECKS, List.of(List.of("user1", "ed25519", ""), List.of("other", "ed25519", "")),
                MINUTES);
    }

    private void script() throws IOException {
        try (InputStream in = WatchHostsTest.class.getResourceAsStream("mounted.sh")) {
            Files.copy(in, folder.resolve("mounted.sh"));
        }
    }
}
