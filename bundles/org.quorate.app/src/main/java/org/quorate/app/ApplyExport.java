// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.quorate.advice.fleet.FleetReport;
import org.quorate.model.Scenario;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.remote.apply.Applier;
import org.quorate.remote.apply.ApplyJob;
import org.quorate.remote.apply.ApplyListener;
import org.quorate.remote.apply.ApplyResult;
import org.quorate.remote.apply.Confirmations;
import org.quorate.remote.apply.Verb;

/**
 * Runs the steps of an export on real nodes: a dry run, the change itself, or its roll-back. Thread-safe; two runs at once on one cluster
 * keep off each other on the nodes.
 *
 * <p>A user interface makes an {@link ApplyJob}, whose {@link ApplyJob#steps()} and {@link ApplyJob#places} are the table that it shows, and
 * fills it as the {@link ApplyListener} is told.
 */
public final class ApplyExport {

    private final NodeConnections connections;
    private final Applier applier;
    private final Path auditFolder;

    /** @param auditFolder where logs are kept unless the user says otherwise */
    ApplyExport(NodeConnections connections, Applier applier, Path auditFolder) {
        this.connections = connections;
        this.applier = applier;
        this.auditFolder = auditFolder;
    }

    /** Who watches, and who is asked, while it runs. */
    public record Watch(NodeQuestions questions, Confirmations confirmations, ApplyListener listener, Consumer<String> remarks) {
    }

    /** Name of this machine, for the log; empty: it has none that it knows. */
    static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    /** Where audit logs are kept unless the user says otherwise. */
    public Path auditFolder() {
        return auditFolder;
    }

    /**
     * Where audit logs are kept: in the user's folder of states, as the XDG Base Directory Specification names it ({@code XDG_STATE_HOME});
     * on Windows in {@code LOCALAPPDATA}.
     */
    static Path auditFolder(Path home, Map<String, String> environment) {
        String windows = environment.get("LOCALAPPDATA");
        if (windows != null && !windows.isEmpty()) {
            return Path.of(windows).resolve("Quorate").resolve("audit");
        }
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path folder = state.startsWith("/") ? Path.of(state) : home.resolve(".local/state");
        return folder.resolve("quorate/audit");
    }

    /**
     * Where the nodes of a plan are reached, and its quorum device if it has one, which goes by its address.
     *
     * @param byAddress nodes by their addresses on the cluster network instead of their names
     */
    public static Map<String, String> hosts(Scenario scenario, ProvisioningPlan plan, boolean byAddress) {
        return hosts(InventoryNodes.hosts(scenario, byAddress), plan);
    }

    /** Those hosts of nodes by their names, and the quorum device of a plan if it has one and they do not say where it is reached. */
    public static Map<String, String> hosts(Map<String, String> nodes, ProvisioningPlan plan) {
        Map<String, String> hosts = new LinkedHashMap<>(nodes);
        String device = plan.text("QUORUM_DEVICE");
        if (!device.isEmpty()) {
            hosts.putIfAbsent(device, device);
        }
        return hosts;
    }

    /**
     * Does it; seconds to an hour.
     *
     * @param hosts    {@code [user@]host[:port]} by name, of {@link #hosts}
     * @param scenario that the plan was made from
     * @param progress reports steps on nodes that have ended
     * @throws UnusableHostException if a host is not of that form, or the configuration has something that cannot be used
     * @throws IOException           if the configuration or a secret that is kept cannot be read, or the audit log cannot be written:
     *                               nothing begins that is not in it
     */
    public ApplyReport run(ApplyJob job, Scenario scenario, Map<String, String> hosts, NodeAccess access, Watch watch, Progress progress)
            throws IOException {
        try (NodeConnections.Nodes found = connections.find(hosts, access, watch.questions(), watch.remarks())) {
            Optional<FleetReport> fleet = job.verb() == Verb.PLAN ? Optional.of(inventory(scenario, hosts, access, found.questions(), progress))
                    : Optional.empty();
            StepCount count = new StepCount(job, watch.listener(), progress);
            count.begin();
            ApplyResult result = applier.run(job, found.targets(), found.connector(), watch.confirmations(), count, progress::isCancelled);
            return new ApplyReport(ApplyReport.FORMAT, job.verb(), job.plan().origin().title(), job.plan().origin().contender(), job.cluster(), result,
                    fleet);
        }
    }

    private FleetReport inventory(Scenario scenario, Map<String, String> hosts, NodeAccess access, NodeQuestions questions, Progress progress)
            throws IOException {
        Map<String, String> nodes = new LinkedHashMap<>(hosts);
        nodes.keySet().retainAll(InventoryNodes.hosts(scenario, false).keySet());
        return new InventoryNodes(connections).inventory(nodes, Optional.of(scenario), access, questions, text -> {
            // Told already.
        }, Progress.silent(progress::isCancelled));
    }
}
