// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.platform;

import java.util.Locale;
import org.quorate.model.Fencing;

/** What fence agents are called, by whom, and of which kind they are (reference 1.5). Pure functions, thread-safe. */
public final class FenceAgents {

    private FenceAgents() {
    }

    /** {@code vmware-rest}. */
    public static String yamlName(Fencing.Agent agent) {
        return agent.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code fence_vmware_rest}; empty for SBD, which has no agent of its own. */
    public static String program(Fencing.Agent agent) {
        return agent == Fencing.Agent.SBD ? "" : "fence_" + agent.name().toLowerCase(Locale.ROOT);
    }

    /** It switches a node off, by a device for each node; the others cut it off from the disk, or it is the node's own watchdog. */
    public static boolean isPower(Fencing.Agent agent) {
        return switch (agent) {
            case IPMILAN, REDFISH, VMWARE_REST, XVM -> true;
            case SBD, SCSI, MPATH -> false;
        };
    }

    /** Name of the secret of a device. */
    public static String secretName(Fencing.Agent agent, String node) {
        return agent == Fencing.Agent.XVM ? "fence-xvm" : "fence-" + node;
    }
}
