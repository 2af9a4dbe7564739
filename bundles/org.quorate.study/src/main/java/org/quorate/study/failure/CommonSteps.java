// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.failure;

import java.util.List;
import org.quorate.model.Node;

/** Steps that are the same on every stack. Pure functions. */
final class CommonSteps {

    static final String PATH_SETTING = "no_path_retry, polling_interval, replacement_timeout (lun.pathTimeout)";
    private static final String TCP = "include/net/tcp.h:TCP_RTO_MIN, TCP_RTO_MAX";

    private CommonSteps() {
    }

    static Step dies(Node node) {
        return new Step(node.name(), Component.HARDWARE, "is dead; what it had not committed is lost", "the failure", "", "");
    }

    static Step hangs(Node node) {
        return new Step(node.name(), Component.HARDWARE, "hangs: no process and no timer of it runs", "the failure", "", "");
    }

    static Step wakes(Node node, String why, String setting, String source) {
        return new Step(node.name(), Component.HARDWARE, "runs again", why, setting, source);
    }

    static Step cut(List<List<Node>> sides) {
        return new Step(Times.names(sides.get(0)) + " | " + Times.names(sides.get(1)), Component.HARDWARE,
                "do not reach each other any more; both reach the LUN", "the failure", "", "");
    }

    static Step waiting(List<Node> nodes, String why) {
        return new Step(Times.names(nodes), Component.OPERATIONS, "wait; what is cached goes on", why, "", "kernel reference 2.5");
    }

    static Step networkBack() {
        return new Step("network", Component.HARDWARE, "is back", "the failure ends", "", "");
    }

    static Step retransmitted(List<Node> nodes) {
        return new Step(Times.names(nodes), Component.OPERATIONS, "go on", "TCP sends again what was lost: after 0.2 s, then each time after"
                + " twice as long", "", TCP);
    }

    static Step noPath(List<Node> nodes) {
        return new Step(Times.names(nodes), Component.HARDWARE, "no answer from the LUN; I/O waits", "the failure", "", "");
    }

    static Step pathBack(List<Node> nodes) {
        return new Step(Times.names(nodes), Component.HARDWARE, "the LUN answers again", "the failure ends", "", "");
    }

    static Step lunBack() {
        return new Step("LUN", Component.HARDWARE, "answers again", "the failure ends", "", "");
    }
}
