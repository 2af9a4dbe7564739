// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.quorate.model.Scenario;

/**
 * Measures real nodes, changing nothing on them but scratch files that the user named: round trips between them, service of the LUN, clocks,
 * and what a system call costs. Thread-safe.
 */
public final class MeasureNodes {

    private final NodeConnections connections;

    MeasureNodes(NodeConnections connections) {
        this.connections = connections;
    }

    /**
     * Measures; some seconds and then what the request says for each node, and as long as a person is asked. Nodes are reached and asked what
     * they are at the same time; what would disturb the same on another node, pings and requests to the LUN, is done one node after the other.
     *
     * @param scenario that the nodes are meant for
     * @param remarks  told what a person should know of the configuration; by the calling thread
     * @return also if no node answered: it says why
     * @throws UnusableHostException                      if a host is not of its form, or the configuration has something that cannot be
     *                                                    used
     * @throws IOException                                if the configuration, or a secret that is kept, cannot be read
     * @throws java.util.concurrent.CancellationException if cancelled; what runs on the nodes ends with the connections
     */
    public MeasuredNodes measure(MeasureRequest request, Optional<Scenario> scenario, NodeAccess access, NodeQuestions questions,
            Consumer<String> remarks, Progress progress) throws IOException {
        try (NodeConnections.Nodes found = connections.find(request.hosts(), access, questions, remarks);
                MeasuringRun run = new MeasuringRun(request, scenario, found, access, progress)) {
            return new MeasuredNodes(run.measure());
        }
    }
}
