// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import org.quorate.model.Bytes;
import org.quorate.model.UnitFormat;
import org.quorate.model.inventory.ClockFacts;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.FileFacts;
import org.quorate.model.inventory.GroupFacts;
import org.quorate.model.inventory.ModuleFacts;
import org.quorate.model.inventory.MountFacts;
import org.quorate.model.inventory.NicFacts;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.inventory.PackageFacts;
import org.quorate.model.inventory.ServiceFacts;
import org.quorate.model.inventory.SessionFacts;
import org.quorate.ui.Messages;

/** Sets nodes beside each other, fact by fact. Pure functions. */
final class FleetFacts {

    private static final double GIB = 1L << 30;

    private final List<NodeInventory> nodes;
    private final List<Fact> facts = new ArrayList<>();
    private String group = "";

    private FleetFacts(List<NodeInventory> nodes) {
        this.nodes = nodes;
    }

    /** All facts, group after group; a cell for each of these nodes. */
    static List<Fact> of(List<NodeInventory> nodes) {
        FleetFacts table = new FleetFacts(nodes);
        if (!nodes.isEmpty()) {
            table.system();
            table.hardware();
            table.network();
            table.storage();
            table.software();
            table.rest();
        }
        return List.copyOf(table.facts);
    }

    private void add(String title, Fact.Rule rule, Function<NodeInventory, String> text) {
        addCells(title, rule, node -> Fact.Cell.of(text.apply(node)));
    }

    /** What no node has is no fact. */
    private void addCells(String title, Fact.Rule rule, Function<NodeInventory, Fact.Cell> cell) {
        List<Fact.Cell> cells = nodes.stream().map(cell).toList();
        if (cells.stream().anyMatch(each -> !each.text().isEmpty())) {
            facts.add(new Fact(group, title, rule, cells));
        }
    }

    /** A row for each thing that some node has. */
    private <T> void addEach(Function<NodeInventory, List<T>> things, Function<T, String> name, Fact.Rule rule, Function<T, String> text) {
        Set<String> names = new LinkedHashSet<>();
        nodes.forEach(node -> things.apply(node).forEach(thing -> names.add(name.apply(thing))));
        names.forEach(each -> add(each, rule, node -> things.apply(node).stream().filter(thing -> name.apply(thing).equals(each)).findFirst()
                .map(text).orElse("")));
    }

    private void system() {
        group = NodesMessages.Fact_system;
        add(NodesMessages.Fact_os, Fact.Rule.SAME, node -> node.system().osTitle());
        add(NodesMessages.Fact_kernel, Fact.Rule.SAME, node -> node.system().kernel());
        add(NodesMessages.Fact_architecture, Fact.Rule.SAME, node -> node.system().architecture());
        add(NodesMessages.Fact_host_name, Fact.Rule.OWN, node -> node.system().hostName());
        add(NodesMessages.Fact_machine_id, Fact.Rule.OWN, node -> node.system().machineId());
        add(NodesMessages.Fact_root, Fact.Rule.SAME, node -> node.system().root() ? NodesMessages.Fact_yes : NodesMessages.Fact_no);
        addCells(NodesMessages.Fact_clock, Fact.Rule.ANY, node -> Fact.Cell.of(offset(node.clock())));
        add(NodesMessages.Fact_time_source, Fact.Rule.SAME, node -> source(node.clock()));
    }

    private static String offset(ClockFacts clock) {
        return clock.offsetSeconds().isEmpty() ? "" : String.format(Locale.getDefault(), "%+.3f s ± %.3f s", clock.offsetSeconds().getAsDouble(),
                clock.uncertaintySeconds());
    }

    private static String source(ClockFacts clock) {
        return clock.source().isEmpty() ? NodesMessages.Fact_no_time
                : clock.synchronised() ? clock.source() : Messages.bind(NodesMessages.Fact_not_synchronised, clock.source());
    }

    private void hardware() {
        group = NodesMessages.Fact_hardware;
        add(NodesMessages.Fact_processors, Fact.Rule.SAME, node -> String.valueOf(node.processors()));
        add(NodesMessages.Fact_processor, Fact.Rule.SAME, NodeInventory::processor);
        add(NodesMessages.Fact_memory, Fact.Rule.SAME, node -> String.format(Locale.getDefault(), "%.1f GiB", node.memoryBytes() / GIB));
    }

    private void network() {
        group = NodesMessages.Fact_network;
        addEach(NodeInventory::nics, NicFacts::name, Fact.Rule.ANY, FleetFacts::nic);
        group = NodesMessages.Fact_iscsi;
        add(NodesMessages.Fact_initiator, Fact.Rule.OWN, node -> node.initiator().orElse(""));
        addEach(NodeInventory::sessions, session -> session.target() + " " + session.portal(), Fact.Rule.SAME, SessionFacts::state);
    }

    private static String nic(NicFacts nic) {
        List<String> parts = new ArrayList<>(nic.addresses().stream().filter(address -> !address.startsWith("fe80")).toList());
        if (!nic.up()) {
            parts.add(NodesMessages.Fact_down);
        }
        if (nic.mtu() > 0) {
            parts.add("MTU " + nic.mtu());
        }
        nic.megabits().ifPresent(speed -> parts.add(speed >= 1000 && speed % 1000 == 0 ? speed / 1000 + " Gbit/s" : speed + " Mbit/s"));
        return String.join(", ", parts);
    }

    /** Devices with an identifier: those that two nodes see must be one LUN, with one size. */
    private void storage() {
        group = NodesMessages.Fact_devices;
        Set<String> wwids = new LinkedHashSet<>();
        nodes.forEach(node -> node.devices().stream().filter(device -> device.isWhole() && !device.wwid().isEmpty())
                .forEach(device -> wwids.add(device.wwid())));
        for (String wwid : wwids) {
            boolean shared = nodes.stream().filter(node -> !whole(node, wwid).isEmpty()).count() > 1;
            addCells(wwid, shared ? Fact.Rule.SAME : Fact.Rule.ANY, node -> device(whole(node, wwid)));
        }
        group = NodesMessages.Fact_groups;
        addEach(NodeInventory::groups, GroupFacts::name, Fact.Rule.ANY, volumes -> UnitFormat.format(new Bytes(volumes.bytes()))
                + (volumes.lockType().isEmpty() ? "" : ", " + volumes.lockType()) + ", " + String.join(" ", volumes.devices()));
    }

    private static List<DeviceFacts> whole(NodeInventory node, String wwid) {
        return node.devicesOf(wwid).stream().filter(DeviceFacts::isWhole).toList();
    }

    private static Fact.Cell device(List<DeviceFacts> devices) {
        if (devices.isEmpty()) {
            return Fact.Cell.NONE;
        }
        String size = UnitFormat.format(new Bytes(devices.get(0).bytes()));
        String names = String.join(" ", devices.stream().map(DeviceFacts::name).toList());
        DeviceFacts known = devices.stream().filter(DeviceFacts::examined).findFirst().orElse(devices.get(0));
        return new Fact.Cell(size + ", " + names + ", " + content(known), size);
    }

    private static String content(DeviceFacts device) {
        if (!device.signatures().isEmpty()) {
            return String.join("; ", device.signatures());
        }
        return !device.examined() ? NodesMessages.Fact_not_examined
                : device.nonZero().orElse(0) > 0 ? NodesMessages.Fact_not_zero : NodesMessages.Fact_empty;
    }

    private void software() {
        group = NodesMessages.Fact_modules;
        addEach(NodeInventory::modules, ModuleFacts::name, Fact.Rule.SAME, module -> module.loaded() ? NodesMessages.Fact_loaded
                : module.available() ? NodesMessages.Fact_available : NodesMessages.Fact_missing);
        group = NodesMessages.Fact_packages;
        addEach(NodeInventory::packages, PackageFacts::name, Fact.Rule.SAME, PackageFacts::version);
        group = NodesMessages.Fact_services;
        addEach(NodeInventory::services, ServiceFacts::name, Fact.Rule.SAME, service -> service.active() + ", " + service.enabled());
    }

    private void rest() {
        group = NodesMessages.Fact_mounts;
        addEach(NodeInventory::mounts, MountFacts::place, Fact.Rule.ANY, mount -> mount.type() + ", " + mount.source());
        group = NodesMessages.Fact_files;
        Set<String> paths = new LinkedHashSet<>();
        nodes.forEach(node -> node.files().forEach(file -> paths.add(file.path())));
        paths.forEach(path -> addCells(path, Fact.Rule.SAME, node -> node.files().stream().filter(file -> file.path().equals(path)).findFirst()
                .map(FleetFacts::file).orElse(Fact.Cell.NONE)));
        group = NodesMessages.Fact_others;
        add(NodesMessages.Fact_firewall, Fact.Rule.SAME, node -> String.join("; ", node.firewall()));
        add(NodesMessages.Fact_remarks, Fact.Rule.ANY, node -> String.join("; ", node.remarks()));
    }

    private static Fact.Cell file(FileFacts file) {
        return new Fact.Cell(Messages.bind(NodesMessages.Fact_lines, file.text().lines().count()), file.text());
    }
}
