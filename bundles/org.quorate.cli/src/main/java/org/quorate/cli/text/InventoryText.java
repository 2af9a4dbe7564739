// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.quorate.advice.fleet.FleetReport;
import org.quorate.model.Bytes;
import org.quorate.model.UnitFormat;
import org.quorate.model.Wwid;
import org.quorate.model.inventory.DeviceFacts;
import org.quorate.model.inventory.NodeInventory;

/** An inventory of nodes as text: the nodes, the LUNs that they see, and what is wrong, the gravest first. Thread-safe. */
public final class InventoryText {

    private static final int SHOWN_LUNS = 20;

    private final Style style;

    /** Text in that style. */
    public InventoryText(Style style) {
        this.style = style;
    }

    /** The text, with a line end at its end. */
    public String write(FleetReport report) {
        StringBuilder out = new StringBuilder();
        if (!report.nodes().isEmpty()) {
            out.append(style.bold("Nodes")).append('\n');
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("node", "system", "kernel", "CPUs", "memory", "clock", "addresses"));
            report.nodes().forEach(node -> rows.add(row(node)));
            Columns.write(out, style, rows, Set.of(0, 1, 2, 6));
            luns(report.nodes(), out);
        }
        report.missing().forEach(node -> out.append(style.bold("NO ANSWER")).append("  ").append(Plain.line(node.node() + ": " + node.why())).append('\n'));
        for (NodeInventory node : report.nodes()) {
            node.remarks().forEach(remark -> out.append(style.dim(Plain.line(node.node() + ": " + remark))).append('\n'));
        }
        AdviceText advice = new AdviceText(style);
        report.findings().forEach(finding -> advice.finding(finding, out));
        out.append('\n').append(AdviceText.count(report.findings(), report.nodes().isEmpty() ? "No node answered." : "Nothing is wrong with these nodes."))
                .append('\n');
        return out.toString();
    }

    private static List<String> row(NodeInventory node) {
        String clock = node.clock().offsetSeconds().isPresent() ? String.format(Locale.ROOT, "%+.3f s", node.clock().offsetSeconds().getAsDouble()) : "?";
        List<String> addresses = node.nics().stream().flatMap(nic -> nic.addresses().stream()).filter(address -> !address.startsWith("fe80")).toList();
        return List.of(node.node(), node.system().osTitle(), node.system().kernel(), String.valueOf(node.processors()),
                String.format(Locale.ROOT, "%.1f GiB", node.memoryBytes() / (double) (1L << 30)), clock, String.join(" ", addresses));
    }

    /** Whole devices with an identifier of the world: who sees them, and what lies on them. Other disks of one name are not the same. */
    private void luns(List<NodeInventory> nodes, StringBuilder out) {
        Map<String, List<String>> seen = new LinkedHashMap<>();
        Map<String, DeviceFacts> first = new LinkedHashMap<>();
        for (NodeInventory node : nodes) {
            node.devices().stream().filter(device -> device.isWhole() && Wwid.isGlobal(device.wwid())).forEach(device -> {
                List<String> names = seen.computeIfAbsent(device.wwid(), key -> new ArrayList<>());
                if (!names.contains(node.node())) {
                    names.add(node.node());
                }
                if (!first.containsKey(device.wwid()) || device.examined()) {
                    first.put(device.wwid(), device);
                }
            });
        }
        if (seen.isEmpty()) {
            return;
        }
        out.append('\n').append(style.bold("LUNs and disks by WWID")).append('\n');
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("WWID", "size", "on it", "seen by"));
        seen.entrySet().stream().limit(SHOWN_LUNS).forEach(entry -> rows.add(List.of(entry.getKey(),
                UnitFormat.format(new Bytes(first.get(entry.getKey()).bytes())), content(first.get(entry.getKey())), String.join(", ", entry.getValue()))));
        Columns.write(out, style, rows, Set.of(0, 2, 3));
        if (seen.size() > SHOWN_LUNS) {
            out.append("  and ").append(seen.size() - SHOWN_LUNS).append(" more\n");
        }
    }

    private static String content(DeviceFacts device) {
        if (!device.signatures().isEmpty()) {
            return String.join(", ", device.signatures());
        }
        return !device.examined() ? "?" : device.nonZero().orElse(0) > 0 ? "not zero" : "nothing";
    }
}
