// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.apply;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.remote.inventory.NodeNetwork;

/** An export is applied on real OpenSSH servers, and its connections are cut; what is checked there is in {@link ApplyHosts}. */
class ApplyHostsTest {

    private static final int NODES = 3;
    private static final long MINUTES = 12;

    @TempDir
    private Path folder;

    @Test
    void anExportIsAppliedOnRealNodesAndACutConnectionRepeatsNothing() throws Exception {
        Files.copy(NodeNetwork.releng().resolve("../sample-models/web-sessions/scenario.yaml"), folder.resolve("scenario.yaml"));
        new NodeNetwork(folder).passes(ApplyHosts.class, NODES, ApplyHosts.CHECKS, List.of(List.of("user1", "ed25519", ""), List.of("other", "ed25519", "")),
                MINUTES);
    }
}
