// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.quorate.model.Fencing;
import org.quorate.model.Node;

/**
 * Fence devices as Pacemaker and the agents themselves want them (reference 1.5, 6). Passwords are never parameters:
 * the cluster's configuration can be read by every member of haclient. Pure functions, thread-safe.
 */
final class FenceDevices {

    private static final String SECRETS = "/etc/quorate/secrets/";

    private FenceDevices() {
    }

    /** {@code vmware-rest}. */
    static String yamlName(Fencing.Agent agent) {
        return agent.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code fence_vmware_rest}; empty for SBD, which has no agent of its own. */
    static String program(Fencing.Agent agent) {
        return agent == Fencing.Agent.SBD ? "" : "fence_" + agent.name().toLowerCase(Locale.ROOT);
    }

    static boolean isPower(Fencing.Agent agent) {
        return switch (agent) {
            case IPMILAN, REDFISH, VMWARE_REST, XVM -> true;
            case SBD, SCSI, MPATH -> false;
        };
    }

    /** Name of the secret of a device. */
    static String secretName(Fencing.Agent agent, String node) {
        return agent == Fencing.Agent.XVM ? "fence-xvm" : "fence-" + node;
    }

    /** Ids of the resources, in the order of the nodes. */
    static List<String> ids(Site site) {
        Fencing.Agent agent = site.fenceAgent().orElseThrow();
        return switch (agent) {
            case SBD -> List.of();
            case SCSI -> List.of("fence-scsi");
            case IPMILAN, REDFISH, VMWARE_REST, XVM, MPATH ->
                    site.nodes().stream().map(n -> "fence-" + n.name()).toList();
        };
    }

    /** Nodes that have a device of their own. */
    static List<String> fencedAlone(Site site) {
        Fencing.Agent agent = site.fenceAgent().orElseThrow();
        return isPower(agent) || agent == Fencing.Agent.MPATH ? site.nodes().stream().map(Node::name).toList() : List.of();
    }

    /** The pcs commands that create them, each a list of words after {@code pcs -f FILE}. */
    static List<List<String>> commands(Site site) {
        Fencing fencing = site.cluster().fencing().orElseThrow();
        List<List<String>> commands = new ArrayList<>();
        switch (fencing.agent()) {
            case SBD -> commands.add(List.of("property", "set", "stonith-watchdog-timeout=10"));
            case SCSI -> commands.add(words("stonith create fence-scsi fence_scsi", "devices=" + site.device(),
                    "pcmk_host_list=" + names(site), "pcmk_reboot_action=off", "meta", "provides=unfencing"));
            case MPATH -> site.nodes().forEach(node -> commands.add(words(
                    "stonith create fence-" + node.name() + " fence_mpath", "key=" + Site.reservationKey(node),
                    "devices=" + site.device(), "pcmk_host_list=" + node.name(), "pcmk_reboot_action=off",
                    "meta", "provides=unfencing")));
            case IPMILAN, REDFISH, VMWARE_REST, XVM -> power(site, fencing, commands);
        }
        return commands;
    }

    private static void power(Site site, Fencing fencing, List<List<String>> commands) {
        boolean duel = site.nodes().size() == 2 && site.cluster().quorumDevice().isEmpty();
        for (Node node : site.nodes()) {
            List<String> create = words("stonith create fence-" + node.name() + " " + program(fencing.agent()));
            create.addAll(parameters(site, fencing.agent(), device(fencing, node)));
            create.add("pcmk_host_list=" + node.name());
            // Two nodes that shoot each other at once: the first one's device waits, so that the first one survives.
            if (duel && node.equals(site.nodes().get(0)) && !fencing.delay().isZero()) {
                create.add("pcmk_delay_base=" + (fencing.delay().toMillis() + 999) / 1000 + "s");
            }
            create.addAll(List.of("op", "monitor", "interval=60s"));
            commands.add(create);
            commands.add(words("constraint location fence-" + node.name() + " avoids", node.name()));
        }
    }

    /** What fences a node, in one string that changes with it. */
    static String identity(Site site, Node node) {
        Fencing fencing = site.cluster().fencing().orElseThrow();
        return fencing.agent() + " " + (isPower(fencing.agent())
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

    private static List<String> words(String first, String... rest) {
        List<String> words = new ArrayList<>(List.of(first.split(" ")));
        words.addAll(List.of(rest));
        return words;
    }

    /** Password scripts, and for each node the agent's own input to ask for the status of its device. */
    static List<GeneratedFile> files(Site site) {
        Fencing fencing = site.cluster().fencing().orElseThrow();
        List<GeneratedFile> files = new ArrayList<>();
        if (!isPower(fencing.agent())) {
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
