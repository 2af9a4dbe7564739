// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

import java.util.List;
import java.util.Optional;
import org.quorate.model.Wwid;

/**
 * What a node is. Immutable. Texts are of the node and may hold anything printable.
 *
 * @param node       as the user named it
 * @param system     operating system and identity
 * @param clock      its time
 * @param processors that are online
 * @param processor  model of the first; empty: not told
 * @param memoryBytes RAM that the kernel has
 * @param modules    kernel modules of the file systems and the DLM
 * @param nics       network interfaces but the loopback
 * @param initiator  iSCSI name of this node; absent: it has none, or only root may read it
 * @param sessions   iSCSI sessions
 * @param devices    block devices
 * @param groups     volume groups of LVM
 * @param packages   installed packages that matter
 * @param services   units that matter
 * @param files      existing configuration of clusters
 * @param mounts     mounted file systems that are on a device
 * @param firewall   what is known of it, a line each
 * @param remarks    what could not be found out, and why
 */
public record NodeInventory(String node, SystemFacts system, ClockFacts clock, int processors, String processor, long memoryBytes,
        List<ModuleFacts> modules, List<NicFacts> nics, Optional<String> initiator, List<SessionFacts> sessions, List<DeviceFacts> devices,
        List<GroupFacts> groups, List<PackageFacts> packages, List<ServiceFacts> services, List<FileFacts> files, List<MountFacts> mounts,
        List<String> firewall, List<String> remarks) {

    public NodeInventory {
        modules = List.copyOf(modules);
        nics = List.copyOf(nics);
        sessions = List.copyOf(sessions);
        devices = List.copyOf(devices);
        groups = List.copyOf(groups);
        packages = List.copyOf(packages);
        services = List.copyOf(services);
        files = List.copyOf(files);
        mounts = List.copyOf(mounts);
        firewall = List.copyOf(firewall);
        remarks = List.copyOf(remarks);
    }

    /** The same with what is known of its clock. */
    public NodeInventory withClock(ClockFacts other) {
        return new NodeInventory(node, system, other, processors, processor, memoryBytes, modules, nics, initiator, sessions, devices, groups, packages,
                services, files, mounts, firewall, remarks);
    }

    /** The same with what is known of its devices. */
    public NodeInventory withDevices(List<DeviceFacts> others, List<GroupFacts> otherGroups) {
        return new NodeInventory(node, system, clock, processors, processor, memoryBytes, modules, nics, initiator, sessions, others, otherGroups, packages,
                services, files, mounts, firewall, remarks);
    }

    /** The same with these remarks. */
    public NodeInventory withRemarks(List<String> others) {
        return new NodeInventory(node, system, clock, processors, processor, memoryBytes, modules, nics, initiator, sessions, devices, groups, packages,
                services, files, mounts, firewall, others);
    }

    /** The devices that have that WWID, in its normal form; with multipath the paths and the map. */
    public List<DeviceFacts> devicesOf(String wwid) {
        String wanted = Wwid.normal(wwid);
        return wanted.isEmpty() ? List.of() : devices.stream().filter(device -> device.wwid().equals(wanted)).toList();
    }

    /** A module, if anything is known of it. */
    public Optional<ModuleFacts> module(String name) {
        return modules.stream().filter(module -> module.name().equals(name)).findFirst();
    }
}
