// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.platform;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.quorate.model.Fencing;

/**
 * Corosync, Pacemaker and what belongs to them, on one release. Immutable, thread-safe.
 *
 * @param corosync      major version: 2 has udpu, 3 has knet
 * @param shell         what configures Pacemaker
 * @param lvm           what locks shared volume groups
 * @param names         which names the parameters of fence agents have
 * @param agents        fence agents that there are
 * @param packages      all packages of the cluster, without those of one fence agent
 */
public record ClusterSoftware(int corosync, Shell shell, SharedLvm lvm, ParameterNames names, Set<Fencing.Agent> agents,
        List<String> packages) {

    /** Shell dialect of Pacemaker's configuration: {@code dialect/pcs.sh}, {@code dialect/crmsh.sh}. */
    public enum Shell { PCS_0_9, PCS_0_10, CRMSH }

    /** Shell dialect of shared volume groups: {@code dialect/clvmd.sh}, {@code dialect/lvmlockd.sh}. */
    public enum SharedLvm { CLVMD, LVMLOCKD }

    /** fence-agents before 4.1 know only {@code ipaddr}, {@code login} and {@code passwd_script}. */
    public enum ParameterNames { OLD, NEW }

    /** Agents of fence-agents 4.0: redfish and vmware_rest came later. */
    public static final Set<Fencing.Agent> EARLY_AGENTS = Collections.unmodifiableSet(EnumSet.of(Fencing.Agent.IPMILAN, Fencing.Agent.SBD,
            Fencing.Agent.SCSI, Fencing.Agent.MPATH));
    /**
     * Agents that SLES 15 has all parts of. The package list of SLE-HA15 (crmsh, crmsh/report/constants.py) has neither
     * fence-virt nor the watchdog daemon, which restarts a node that fence_scsi or fence_mpath cut off.
     */
    public static final Set<Fencing.Agent> SUSE_AGENTS = Collections.unmodifiableSet(EnumSet.of(Fencing.Agent.IPMILAN, Fencing.Agent.REDFISH,
            Fencing.Agent.VMWARE_REST, Fencing.Agent.SBD));
    public static final Set<Fencing.Agent> ALL_AGENTS = Collections.unmodifiableSet(EnumSet.allOf(Fencing.Agent.class));
}
