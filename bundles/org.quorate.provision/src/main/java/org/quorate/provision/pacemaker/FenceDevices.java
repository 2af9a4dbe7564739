// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.pacemaker;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.quorate.model.Fencing;
import org.quorate.model.Node;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.platform.ClusterSoftware;
import org.quorate.provision.platform.FenceAgents;
import org.quorate.provision.platform.Platform;
import org.quorate.provision.site.Site;
import org.quorate.provision.text.Quote;

/**
 * Fence devices as Pacemaker and the agents themselves want them (reference 1.5, 6). Passwords are never parameters:
 * the cluster's configuration can be read by every member of haclient. Pure functions, thread-safe.
 */
public final class FenceDevices {

    private static final String SECRETS = "/etc/quorate/secrets/";
    private static final String AGENTS_DELAY = "delay";

    private FenceDevices() {
    }

    /** SBD's watchdog, in seconds. */
    public static long sbdSeconds(Site site) {
        return Fencing.sbdWatchdog(site.cluster().quorumDevice().isPresent()).toSeconds();
    }

    /** Nodes that have a device of their own. */
    public static List<String> fencedAlone(Site site) {
        Fencing.Agent agent = site.fenceAgent().orElseThrow();
        return FenceAgents.isPower(agent) || agent == Fencing.Agent.MPATH ? site.nodes().stream().map(Node::name).toList() : List.of();
    }

    /** What Pacemaker needs for them. */
    static List<Cib> objects(Site site) {
        Fencing fencing = site.cluster().fencing().orElseThrow();
        List<Cib> objects = new ArrayList<>();
        switch (fencing.agent()) {
            case SBD -> objects.add(new Cib.Properties(List.of("stonith-watchdog-timeout=" + Fencing.sbdFencing(site.cluster().quorumDevice().isPresent()).toSeconds())));
            case SCSI -> objects.add(reservation("fence-scsi", "stonith:fence_scsi", "devices=" + site.device(),
                    "pcmk_host_list=" + names(site), "pcmk_reboot_action=off"));
            case MPATH -> site.nodes().forEach(node -> objects.add(reservation("fence-" + node.name(),
                    "stonith:fence_mpath", "key=" + Site.reservationKey(node), "devices=" + site.device(),
                    "pcmk_host_list=" + node.name(), "pcmk_reboot_action=off")));
            case IPMILAN, REDFISH, VMWARE_REST, XVM -> power(site, fencing, objects);
        }
        return objects;
    }

    private static Cib reservation(String id, String agent, String... parameters) {
        return new Cib.Primitive(id, agent, List.of(parameters), List.of(), List.of("provides=unfencing"), "");
    }

    private static void power(Site site, Fencing fencing, List<Cib> objects) {
        boolean duel = site.nodes().size() == 2 && site.cluster().quorumDevice().isEmpty();
        for (Node node : site.nodes()) {
            List<String> parameters = new ArrayList<>(parameters(site, fencing.agent(), device(fencing, node)));
            parameters.add("pcmk_host_list=" + node.name());
            // Two nodes that shoot each other at once: the first one's device waits, so that the first one survives.
            if (duel && node.equals(site.nodes().get(0)) && !fencing.delay().isZero()) {
                parameters.add(waiting(site) + "=" + (fencing.delay().toMillis() + 999) / 1000 + (waiting(site).equals(AGENTS_DELAY) ? "" : "s"));
            }
            String id = "fence-" + node.name();
            objects.add(new Cib.Primitive(id, "stonith:" + FenceAgents.program(fencing.agent()), parameters,
                    List.of(new Cib.Operation("monitor", List.of("interval=60s"), List.of())), List.of(), ""));
            objects.add(new Cib.Never(id, node.name()));
        }
    }

    /** What makes a device wait. Pacemaker does it since 1.1.17; before that, in Ubuntu 16.04, only the agent itself. */
    public static String waiting(Site site) {
        return site.platform() == Platform.UBUNTU_16_04 ? AGENTS_DELAY : "pcmk_delay_base";
    }

    /** What fences a node, in one string that changes with it. */
    public static String identity(Site site, Node node) {
        Fencing fencing = site.cluster().fencing().orElseThrow();
        return fencing.agent() + " " + (FenceAgents.isPower(fencing.agent())
                ? String.join(" ", parameters(site, fencing.agent(), device(fencing, node))) : site.device());
    }

    private static Fencing.Device device(Fencing fencing, Node node) {
        return fencing.devices().stream().filter(d -> d.node().equals(node.name())).findFirst().orElseThrow();
    }

    private static List<String> parameters(Site site, Fencing.Agent agent, Fencing.Device device) {
        if (agent == Fencing.Agent.XVM) {
            return List.of("multicast_address=" + device.address(), "key_file=" + SECRETS + "fence-xvm");
        }
        boolean old = site.platform().cluster().names() == ClusterSoftware.ParameterNames.OLD;
        List<String> parameters = new ArrayList<>(List.of(
                (old ? "ipaddr=" : "ip=") + device.address(),
                (old ? "login=" : "username=") + device.user(),
                (old ? "passwd_script=" : "password_script=") + passwordScript(device.node())));
        switch (agent) {
            case IPMILAN -> parameters.add("lanplus=1");
            case VMWARE_REST -> parameters.add("ssl=1");
            default -> { }
        }
        return parameters;
    }

    private static String passwordScript(String node) {
        return "/etc/quorate/fence-" + node;
    }

    private static String names(Site site) {
        return site.nodes().stream().map(Node::name).collect(Collectors.joining(" "));
    }

    /** Password scripts, and for each node the agent's own input to ask for the status of its device. */
    static List<GeneratedFile> files(Site site) {
        Fencing fencing = site.cluster().fencing().orElseThrow();
        List<GeneratedFile> files = new ArrayList<>();
        if (!FenceAgents.isPower(fencing.agent())) {
            return files;
        }
        for (Node node : site.nodes()) {
            if (fencing.agent() != Fencing.Agent.XVM) {
                files.add(GeneratedFile.onEveryNode(passwordScript(node.name()), "0700", """
                        #!/bin/sh
                        # Prints the password of a fence device for its agent.
                        exec cat %s
                        """.formatted(Quote.shell(SECRETS + "fence-" + node.name()))));
            }
            List<String> lines = new ArrayList<>(List.of("action=status"));
            lines.addAll(parameters(site, fencing.agent(), device(fencing, node)));
            if (fencing.agent() == Fencing.Agent.XVM || fencing.agent() == Fencing.Agent.VMWARE_REST) {
                lines.add("port=" + node.name());
            }
            files.add(GeneratedFile.text("fencing/" + node.name(),
                    lines.stream().map(l -> Quote.word(l) + "\n").collect(Collectors.joining())));
        }
        return files;
    }
}
