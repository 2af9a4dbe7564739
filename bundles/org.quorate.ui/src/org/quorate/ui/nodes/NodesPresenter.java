// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.quorate.advice.Finding;
import org.quorate.advice.Severity;
import org.quorate.advice.fleet.FleetReport;
import org.quorate.advice.io.FleetCsv;
import org.quorate.advice.io.FleetJson;
import org.quorate.app.AdviseScenario;
import org.quorate.app.InventoryNodes;
import org.quorate.model.Scenario;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.yaml.Problem;
import org.quorate.ui.Messages;
import org.quorate.ui.advice.AdvicePresenter;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.report.OutputForm;

/** What real nodes are, what is wrong with them, and what is to be done about it. Used by one thread. */
public final class NodesPresenter {

    /**
     * What is wrong or to be known.
     *
     * @param severity how grave it is
     * @param title    in short
     * @param fix      what the quick fix does; empty: there is none
     * @param path     of the field that it is about; empty: about none
     * @param details  at length
     * @param finding  that it is; absent: a node did not answer, or a remark
     */
    public record Item(Severity severity, String title, String fix, String path, String details, Optional<Finding> finding) {

        boolean isFixable() {
            return finding.flatMap(Finding::fix).isPresent();
        }
    }

    private final InventoryNodes inventory;
    private final AdviseScenario advise;
    private Optional<Inventories.Taken> taken = Optional.empty();
    private Optional<FleetReport> report = Optional.empty();
    private Optional<ScenarioSession> session = Optional.empty();
    private List<Fact> facts = List.of();

    public NodesPresenter(InventoryNodes inventory, AdviseScenario advise) {
        this.inventory = inventory;
        this.advise = advise;
    }

    /**
     * Compares the nodes anew, which takes milliseconds: no node is asked for it.
     *
     * @param latest what was found
     * @param edited the scenario in front
     */
    public void refresh(Optional<Inventories.Taken> latest, Optional<ScenarioSession> edited) {
        if (!latest.equals(taken)) {
            facts = latest.map(found -> FleetFacts.of(found.report().nodes())).orElse(List.of());
        }
        taken = latest;
        session = edited.filter(open -> latest.isPresent() && open.scenario().map(Scenario::name)
                .filter(latest.get().report().scenario()::equals).isPresent());
        report = latest.map(found -> session.map(open -> inventory.compare(found.report(), open.scenario())).orElse(found.report()));
    }

    /** Names of the nodes that answered. */
    public List<String> nodes() {
        return report.map(FleetReport::nodes).orElse(List.of()).stream().map(NodeInventory::node).toList();
    }

    /** A row each. */
    List<Fact> facts(boolean onlyOdd) {
        return facts.stream().filter(fact -> !onlyOdd || fact.isOdd()).toList();
    }

    /** As a cell is shown: what is odd is marked with a sign, as not everybody sees colours. */
    static String cell(Fact fact, int node) {
        String text = fact.cells().get(node).text();
        String shown = text.isEmpty() ? "–" : text;
        return !fact.isOdd(node) ? shown : (fact.rule() == Fact.Rule.OWN ? "= " : "≠ ") + shown;
    }

    /** What is said of a row. */
    static String compared(Fact fact) {
        return !fact.isOdd() ? "" : fact.rule() == Fact.Rule.OWN ? NodesMessages.Fact_twice : NodesMessages.Fact_differs;
    }

    /** Nodes that did not answer, then findings, the gravest first, then remarks. */
    public List<Item> items() {
        if (report.isEmpty()) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (FleetReport.Missing node : report.get().missing()) {
            items.add(new Item(Severity.CRITICAL, Messages.bind(NodesMessages.Item_missing, node.node()), "", "", node.why(), Optional.empty()));
        }
        for (Finding finding : report.get().findings()) {
            items.add(new Item(finding.severity(), finding.title(), AdvicePresenter.fix(finding), finding.path(), AdvicePresenter.details(finding),
                    Optional.of(finding)));
        }
        for (NodeInventory node : report.get().nodes()) {
            if (!node.remarks().isEmpty()) {
                items.add(new Item(Severity.HINT, Messages.bind(NodesMessages.Item_unknown, node.node()), "", "", String.join("\n", node.remarks()),
                        Optional.empty()));
            }
        }
        taken.orElseThrow().remarks().forEach(remark -> items.add(new Item(Severity.HINT, NodesMessages.Item_configuration, "", "", remark,
                Optional.empty())));
        return List.copyOf(items);
    }

    /** How many nodes answered, when, for which scenario, and how much is wrong. */
    public String summary() {
        if (report.isEmpty()) {
            return "";
        }
        int asked = report.get().nodes().size() + report.get().missing().size();
        String when = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withLocale(Locale.getDefault()).withZone(ZoneId.systemDefault())
                .format(taken.orElseThrow().when());
        String answered = Messages.bind(NodesMessages.Nodes_answered, new Object[] {report.get().nodes().size(), asked, when});
        String odd = Messages.bind(NodesMessages.Nodes_odd, facts.stream().filter(Fact::isOdd).count());
        String wrong = Messages.bind(Messages.Advice_count, new Object[] {count(Severity.CRITICAL), count(Severity.WARNING), count(Severity.HINT)});
        String scenario = report.get().scenario().isEmpty() ? NodesMessages.Nodes_no_scenario
                : session.isPresent() ? Messages.bind(NodesMessages.Nodes_compared, report.get().scenario())
                : Messages.bind(NodesMessages.Nodes_closed, report.get().scenario());
        return String.join(" ", answered, odd, wrong, scenario);
    }

    private long count(Severity severity) {
        return report.map(FleetReport::findings).orElse(List.of()).stream().filter(finding -> finding.severity() == severity).count();
    }

    /** These can be fixed now: the scenario that they are about is open. */
    public boolean canFix(List<Item> chosen) {
        return session.isPresent() && chosen.stream().anyMatch(Item::isFixable);
    }

    /**
     * Changes the scenario as the findings propose, as one step that undo takes back.
     *
     * @return what is against it; empty if it was done
     */
    public List<String> fix(List<Item> chosen) {
        if (!canFix(chosen)) {
            return List.of();
        }
        List<Finding> findings = chosen.stream().flatMap(item -> item.finding().stream()).filter(finding -> finding.fix().isPresent()).toList();
        String name = findings.size() == 1 ? Messages.bind(Messages.Advice_step, findings.get(0).title())
                : Messages.bind(NodesMessages.Nodes_step, findings.size());
        try {
            return session.orElseThrow().edit(name, document -> advise.fix(document, findings)).stream().map(Problem::message).toList();
        } catch (IllegalArgumentException e) {
            return List.of(e.getMessage());
        }
    }

    /** In which forms it can be written; none if there is nothing. */
    public List<OutputForm> forms() {
        return report.map(found -> List.of(
                OutputForm.ofBytes("CSV", "csv", () -> new FleetCsv().write(found).getBytes(StandardCharsets.UTF_8)),
                OutputForm.ofBytes("JSON", "json", () -> new FleetJson().write(found).getBytes(StandardCharsets.UTF_8)))).orElse(List.of());
    }

    /** Proposed for a file. */
    public String fileName() {
        String scenario = report.map(FleetReport::scenario).orElse("");
        return scenario.isEmpty() ? "nodes" : scenario + "-nodes";
    }
}
