// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.quorate.app.InventoryNodes;
import org.quorate.app.NodeAccess;
import org.quorate.model.Scenario;
import org.quorate.ui.Messages;

/** Asks how nodes are reached: those of a scenario, or any. Used by one thread. */
public final class ReachPresenter {

    /**
     * A node.
     *
     * @param node name; that of a scenario's node, else as the user calls it, empty: as its host
     * @param host {@code [user@]host[:port]}
     */
    public record Row(String node, String host) {

        String name() {
            return node.isBlank() ? host : node.strip();
        }
    }

    private final Optional<Scenario> scenario;
    /** That are no nodes of the scenario, as a quorum device. */
    private final Map<String, String> others;
    private final List<Row> rows = new ArrayList<>();
    private String login;
    private String config;
    private boolean sudo;
    private boolean byAddress;

    /**
     * @param scenario whose nodes are meant; absent: the user names them
     * @param former   what was entered last
     */
    public ReachPresenter(Optional<Scenario> scenario, Reach former) {
        this(scenario, former, Map.of());
    }

    /** @param hosts of all that is reached: the scenario's nodes, and others that belong to the cluster */
    public ReachPresenter(Scenario scenario, Reach former, Map<String, String> hosts) {
        this(Optional.of(scenario), former, hosts);
    }

    private ReachPresenter(Optional<Scenario> scenario, Reach former, Map<String, String> hosts) {
        this.scenario = scenario;
        others = new LinkedHashMap<>(hosts);
        scenario.ifPresent(plan -> others.keySet().removeAll(InventoryNodes.hosts(plan, false).keySet()));
        login = former.login();
        config = former.config();
        sudo = former.sudo();
        byAddress = former.byAddress() && scenario.isPresent();
        if (scenario.isPresent()) {
            planned(byAddress).forEach((node, host) -> rows.add(new Row(node, former.hosts().getOrDefault(node, host))));
        } else {
            former.hosts().forEach((node, host) -> rows.add(new Row(node.equals(host) ? "" : node, host)));
            if (rows.isEmpty()) {
                add();
            }
        }
    }

    private Map<String, String> planned(boolean address) {
        Map<String, String> hosts = new LinkedHashMap<>(scenario.map(plan -> InventoryNodes.hosts(plan, address)).orElse(Map.of()));
        hosts.putAll(others);
        return hosts;
    }

    /** Nodes are named, added and removed by the user. */
    public boolean isFree() {
        return scenario.isEmpty();
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    public String login() {
        return login;
    }

    public String config() {
        return config;
    }

    public boolean sudo() {
        return sudo;
    }

    public boolean byAddress() {
        return byAddress;
    }

    public void setLogin(String text) {
        login = text.strip();
    }

    public void setConfig(String text) {
        config = text.strip();
    }

    public void setSudo(boolean become) {
        sudo = become;
    }

    /** Hosts that were entered by hand stay. */
    public void setByAddress(boolean address) {
        Map<String, String> before = planned(byAddress);
        Map<String, String> after = planned(address);
        rows.replaceAll(row -> row.host().equals(before.get(row.node())) ? new Row(row.node(), after.get(row.node())) : row);
        byAddress = address;
    }

    /** An empty host is again what the scenario says. */
    public void setHost(int index, String host) {
        String node = rows.get(index).node();
        String entered = host.strip();
        rows.set(index, new Row(node, entered.isEmpty() ? planned(byAddress).getOrDefault(node, "") : entered));
    }

    /** Only without a scenario. */
    public void setNode(int index, String node) {
        rows.set(index, new Row(node.strip(), rows.get(index).host()));
    }

    /** Only without a scenario. */
    public void add() {
        rows.add(new Row("", ""));
    }

    /** Only without a scenario; the last row is emptied instead. */
    public void remove(int index) {
        rows.remove(index);
        if (rows.isEmpty()) {
            add();
        }
    }

    /** What has to be put right first; absent: nothing. */
    public Optional<String> problem() {
        if (!login.isEmpty() && InventoryNodes.wrongHost(login + "@host").isPresent()) {
            return Optional.of(Messages.bind(NodesMessages.Reach_wrong_login, login));
        }
        if (!config.isEmpty() && !isFile(config)) {
            return Optional.of(Messages.bind(NodesMessages.Reach_no_file, config));
        }
        List<String> names = new ArrayList<>();
        for (Row row : asked()) {
            if (InventoryNodes.wrongHost(row.host()).isPresent()) {
                return Optional.of(Messages.bind(row.host().isEmpty() ? NodesMessages.Reach_empty_host : NodesMessages.Reach_wrong_host,
                        row.name(), row.host()));
            }
            if (names.contains(row.name())) {
                return Optional.of(Messages.bind(NodesMessages.Reach_twice, row.name()));
            }
            names.add(row.name());
        }
        return names.isEmpty() ? Optional.of(NodesMessages.Reach_none) : Optional.empty();
    }

    /** Rows that nothing was entered into are no nodes. */
    private List<Row> asked() {
        return rows.stream().filter(row -> !row.node().isEmpty() || !row.host().isEmpty()).toList();
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Hosts by name of the node; only without a {@link #problem}. */
    public Map<String, String> hosts() {
        Map<String, String> hosts = new LinkedHashMap<>();
        asked().forEach(row -> hosts.put(row.name(), row.host()));
        return hosts;
    }

    /** Only without a {@link #problem}. */
    public NodeAccess access() {
        return new NodeAccess(Optional.of(login).filter(text -> !text.isEmpty()), Optional.of(config).filter(text -> !text.isEmpty()).map(Path::of),
                Optional.empty(), Optional.empty(), Set.of(), sudo, NodeAccess.AT_ONCE);
    }

    /** What is to be remembered: of hosts, those that the scenario does not say. */
    public Reach reach() {
        Map<String, String> own = hosts();
        planned(byAddress).forEach(own::remove);
        return new Reach(login, config, sudo, byAddress, own);
    }
}
