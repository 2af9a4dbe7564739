// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.model.inventory.NodeInventory;

/** iSCSI sessions that are not up. Source: the kernel's scsi_transport_iscsi.c, iscsi_session_state_name. */
final class SessionRule implements FleetRule {

    private static final String UP = "LOGGED_IN";

    @Override
    public List<Finding> check(FleetView fleet) {
        List<String> broken = new ArrayList<>();
        for (NodeInventory node : fleet.nodes()) {
            node.sessions().stream().filter(session -> !session.state().isEmpty() && !session.state().equals(UP))
                    .forEach(session -> broken.add(node.node() + ": " + session.target() + " at " + session.portal() + " is " + session.state()));
        }
        return broken.isEmpty() ? List.of() : List.of(new Finding("session-broken", Severity.WARNING, "iSCSI sessions are not up",
                "I/O of that path waits for the replacement time-out, then fails or takes another path. What is measured or set up now meets that.",
                broken, "", Optional.empty()));
    }
}
