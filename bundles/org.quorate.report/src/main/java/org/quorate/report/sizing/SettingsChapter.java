// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Setting;
import org.quorate.provision.plan.Step;
import org.quorate.report.ContenderBlocks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.Row;
import org.quorate.report.sizing.SizingResults.Scripts;

/** Every parameter with its value and why: those of the scenario, then those that the scripts derive from them. */
record SettingsChapter(Evidence evidence) {

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>(Sections.body(new ContenderBlocks(evidence.scenario(), evidence.contenders()).blocks()));
        SettingsBill.of(evidence.scenario()).ifPresent(bill -> blocks.addAll(described(bill)));
        blocks.addAll(derived());
        return blocks;
    }

    private List<Block> described(SettingsBill bill) {
        List<Block> blocks = new ArrayList<>(List.of(new Heading(3, "settings-scenario", "Settings of the scenario"),
                new Paragraph("Every value as the scenario file would say it. Nodes stand in the chapter on the cluster, the workload in its own,"
                        + " costs of the hosts' own work with the limits.")));
        List.of(bill.cluster(), bill.lun(), bill.mount()).stream().filter(table -> !table.rows().isEmpty()).forEach(blocks::add);
        IntStream.range(0, evidence.scenario().fileSystems().size())
                .forEach(index -> blocks.add(bill.fileSystem(evidence.scenario().fileSystems().get(index), index)));
        return blocks;
    }

    private List<Block> derived() {
        List<Block> tables = new ArrayList<>();
        for (Scripts scripts : evidence.results().scripts()) {
            if (scripts.result() instanceof ProvisioningPlan plan) {
                tables.add(derived(scripts.label(), plan));
            }
        }
        if (!tables.isEmpty()) {
            tables.addAll(0, List.of(new Heading(3, "settings-scripts", "Settings of the scripts"),
                    new Paragraph("What settings.sh holds, as far as steps use it: values of the scenario, and what follows from them and from the"
                            + " operating system. Why each step is needed is told in the chapter on the order of work.")));
        }
        return tables;
    }

    private static Table derived(String label, ProvisioningPlan plan) {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, Setting> setting : plan.settings().entrySet()) {
            String steps = users(plan.steps(), setting.getKey());
            String value = text(setting.getValue());
            if (!steps.isEmpty() && !value.isEmpty()) {
                rows.add(new CellRow(List.of(new Cell.Text(setting.getKey()), new Cell.Text(value), new Cell.Text(steps))));
            }
        }
        return new Table("Settings of the scripts for " + label, List.of(new Column("Setting", Align.TEXT), new Column("Value", Align.TEXT),
                new Column("Used in step", Align.TEXT)), rows, "");
    }

    /** Numbers and names of the steps whose shell names a setting. */
    private static String users(List<Step> steps, String name) {
        Pattern use = Pattern.compile("\\$\\{?[#!]?" + Pattern.quote(name) + "\\b");
        return IntStream.range(0, steps.size()).filter(i -> use.matcher(shell(steps.get(i))).find())
                .mapToObj(i -> i + 1 + " " + steps.get(i).id()).collect(Collectors.joining(", "));
    }

    private static String shell(Step step) {
        return String.join("\n", step.check(), step.guard(), step.act(), step.verify(), step.undo());
    }

    private static String text(Setting setting) {
        if (setting instanceof Setting.Words words) {
            return String.join(", ", words.values());
        }
        return setting instanceof Setting.Table table ? table.values().entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ")) : ((Setting.Text) setting).value();
    }
}
