// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.quorate.app.MeasuredNodes;
import org.quorate.model.Scenario;
import org.quorate.model.measured.Measurement;
import org.quorate.model.measured.ProfileFigure;
import org.quorate.model.yaml.Problem;
import org.quorate.study.io.JsonForm;
import org.quorate.ui.Messages;
import org.quorate.ui.document.ScenarioSession;
import org.quorate.ui.report.OutputForm;

/** What was measured on nodes, and how it comes into their scenario. Used by one thread. */
public final class MeasurePresenter {

    private final ScenarioSession session;
    private Optional<MeasuredNodes> measured = Optional.empty();

    /** @param session of the scenario that the nodes are meant for */
    public MeasurePresenter(ScenarioSession session) {
        this.session = session;
    }

    /** What was found. */
    public void show(MeasuredNodes found) {
        measured = Optional.of(found);
    }

    /** What fields of the scenario become. */
    public List<ProfileFigure> rows() {
        return measured.map(found -> found.measurement().profile()).orElse(List.of());
    }

    /** How a figure stands to the scenario's; a sign stands before the words. */
    public static String compared(ProfileFigure figure) {
        if (figure.planned().isEmpty()) {
            return NodesMessages.Measure_new;
        }
        if (figure.range().isEmpty()) {
            // How far it may be off is not known: it is shown beside the plan, and not judged.
            return "";
        }
        return figure.differs() ? "≠ " + NodesMessages.Fact_differs : NodesMessages.Measure_fits;
    }

    /** How many nodes were measured and what became of it. */
    public String summary() {
        if (measured.isEmpty()) {
            return "";
        }
        Measurement figures = measured.get().measurement();
        long differ = figures.profile().stream().filter(ProfileFigure::differs).count();
        return Messages.bind(NodesMessages.Measure_summary, new Object[] {figures.nodes().size(), figures.nodes().size() + figures.missing().size(),
                figures.profile().size(), differ});
    }

    /** Nodes that did not answer, and what a person should know. */
    public String notes() {
        if (measured.isEmpty()) {
            return "";
        }
        List<String> notes = new ArrayList<>();
        measured.get().measurement().missing().forEach(node -> notes.add(Messages.bind(NodesMessages.Item_missing, node.node()) + ": " + node.why()));
        notes.addAll(measured.get().measurement().remarks());
        return notes.stream().map(note -> "• " + note).collect(Collectors.joining("\n"));
    }

    /** There is something to be put into the scenario, and the scenario can take it. */
    public boolean canPut() {
        return !rows().isEmpty() && session.document().isPresent();
    }

    /**
     * Puts all figures into the scenario, as one step that undo takes back.
     *
     * @return what is against it; empty if it was done
     */
    public List<String> put() {
        if (!canPut()) {
            return List.of(NodesMessages.Inventory_broken);
        }
        return session.edit(NodesMessages.Measure_step, document -> measured.orElseThrow().into(document)).stream().map(Problem::message).toList();
    }

    /** In which forms it can be written. */
    public List<OutputForm> forms() {
        return measured.map(found -> List.of(
                OutputForm.ofBytes("JSON", "json", () -> JsonForm.text(found.measurement()).getBytes(StandardCharsets.UTF_8)),
                OutputForm.ofBytes("YAML", "yaml", () -> found.fragment().getBytes(StandardCharsets.UTF_8)))).orElse(List.of());
    }

    /** Proposed for a file. */
    public String fileName() {
        return session.scenario().map(Scenario::name).orElse("nodes") + "-measured";
    }
}
