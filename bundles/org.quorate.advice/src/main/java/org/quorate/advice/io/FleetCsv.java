// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.io;

import java.util.List;
import org.quorate.advice.Finding;
import org.quorate.advice.fleet.FleetReport;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.study.io.CsvForm;

/**
 * An inventory of nodes as CSV (RFC 4180 with bare line feeds), a row a fact: node, section, item, property, value. Findings are rows of the
 * section {@code finding}, without a node; nodes that did not answer have one row {@code missing}. Thread-safe.
 */
public final class FleetCsv {

    /** The text, with a header line. */
    public String write(FleetReport report) {
        StringBuilder out = new StringBuilder();
        CsvForm.row(out, List.of("node", "section", "item", "property", "value"));
        report.nodes().forEach(node -> node(out, node));
        report.missing().forEach(node -> row(out, node.node(), "missing", "", "why", node.why()));
        for (Finding finding : report.findings()) {
            row(out, "", "finding", finding.rule(), finding.severity().word(), finding.title() + ": " + String.join("; ", finding.evidence()));
        }
        return out.toString();
    }

    private static void node(StringBuilder out, NodeInventory node) {
        row(out, node, "system", "", "hostName", node.system().hostName());
        row(out, node, "system", "", "os", node.system().osTitle());
        row(out, node, "system", "", "kernel", node.system().kernel());
        row(out, node, "system", "", "architecture", node.system().architecture());
        figure(out, node, "system", "", "processors", node.processors());
        row(out, node, "system", "", "processor", node.processor());
        figure(out, node, "system", "", "memoryBytes", node.memoryBytes());
        node.clock().offsetSeconds().ifPresent(offset -> figure(out, node, "clock", "", "offsetSeconds", offset));
        row(out, node, "clock", "", "source", node.clock().source());
        row(out, node, "iscsi", "", "initiator", node.initiator().orElse(""));
        node.sessions().forEach(session -> row(out, node, "iscsi", session.target() + " " + session.portal(), "state", session.state()));
        node.modules().forEach(module -> row(out, node, "module", module.name(), "state",
                module.loaded() ? "loaded" : module.available() ? "available" : "missing"));
        node.nics().forEach(nic -> row(out, node, "nic", nic.name(), "addresses", String.join(" ", nic.addresses())));
        node.devices().forEach(device -> device(out, node, device));
        node.groups().forEach(group -> figure(out, node, "volumeGroup", group.name(), "bytes", group.bytes()));
        node.groups().forEach(group -> row(out, node, "volumeGroup", group.name(), "lockType", group.lockType()));
        node.groups().forEach(group -> row(out, node, "volumeGroup", group.name(), "devices", String.join(" ", group.devices())));
        node.packages().forEach(installed -> row(out, node, "package", installed.name(), "version", installed.version()));
        node.services().forEach(service -> row(out, node, "service", service.name(), "active", service.active()));
        node.mounts().forEach(mount -> row(out, node, "mount", mount.place(), mount.type(), mount.source()));
        node.files().forEach(file -> figure(out, node, "file", file.path(), "lines", file.text().lines().count()));
        node.firewall().forEach(line -> row(out, node, "firewall", "", "", line));
        node.remarks().forEach(remark -> row(out, node, "remark", "", "", remark));
    }

    private static void device(StringBuilder out, NodeInventory node, DeviceFacts device) {
        row(out, node, "device", device.name(), "type", device.type());
        figure(out, node, "device", device.name(), "bytes", device.bytes());
        row(out, node, "device", device.name(), "wwid", device.wwid());
        row(out, node, "device", device.name(), "liesOn", String.join(" ", device.parents()));
        row(out, node, "device", device.name(), "mountPoint", device.mountPoint());
        row(out, node, "device", device.name(), "signatures", device.examined() || !device.signatures().isEmpty()
                ? String.join("; ", device.signatures()) : "?");
    }

    private static void row(StringBuilder out, NodeInventory node, String section, String item, String property, String value) {
        if (!value.isEmpty()) {
            row(out, node.node(), section, item, property, value);
        }
    }

    /** All of it is words of a node or a person. */
    private static void row(StringBuilder out, String node, String section, String item, String property, String value) {
        CsvForm.row(out, List.of(CsvForm.words(node), section, CsvForm.words(item), CsvForm.words(property), CsvForm.words(value)));
    }

    /** A number, which may be negative. */
    private static void figure(StringBuilder out, NodeInventory node, String section, String item, String property, Number value) {
        CsvForm.row(out, List.of(CsvForm.words(node.node()), section, CsvForm.words(item), property, String.valueOf(value)));
    }
}
