// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;
import java.util.List;

/**
 * How a failed node is kept off the LUN. Immutable, thread-safe. Holds references to secrets, never secrets.
 *
 * @param agent   which agent
 * @param devices one entry a node for power fencing; empty for SBD and SCSI fencing
 * @param delay   in a cluster of two nodes without an arbiter the first node's power switch waits so long (pcmk_delay_base), so that
 *                the first node survives when both fence each other; 0: neither does
 * @param duration from the order until the agent reports that the node is off, or its keys are gone
 */
public record Fencing(Agent agent, List<Device> devices, Duration delay, Duration duration) {

    /** Fence agents; the YAML name is the lower case with hyphens. */
    public enum Agent { IPMILAN, REDFISH, VMWARE_REST, XVM, SBD, SCSI, MPATH }

    /**
     * The power switch of one node.
     *
     * @param node     name of the node that it fences
     * @param address  host name or address of the management board or hypervisor
     * @param user     login; may be empty
     * @param password where the password is kept
     */
    public record Device(String node, String address, String user, SecretReference password) {
    }

    /**
     * SBD's watchdog timeout. 5 s is SBD's own default. While an arbiter's vote is out, corosync waits up to 30 s for it (qdevice's
     * sync_timeout), and a watchdog that is faster resets every node (crmsh's SBD_WATCHDOG_TIMEOUT_DEFAULT_WITH_QDEVICE).
     */
    public static Duration sbdWatchdog(boolean hasArbiter) {
        return Duration.ofSeconds(hasArbiter ? 35 : 5);
    }

    /** Pacemaker's stonith-watchdog-timeout for SBD: after it a node counts as fenced; twice the watchdog's, as SBD advises. */
    public static Duration sbdFencing(boolean hasArbiter) {
        return sbdWatchdog(hasArbiter).multipliedBy(2);
    }

    public Fencing {
        devices = List.copyOf(devices);
    }
}
