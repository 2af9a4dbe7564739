// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.newscenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.quorate.app.ComposeScenario;
import org.quorate.app.EstimateScenario;
import org.quorate.app.NewScenario;
import org.quorate.app.NewScenario.Network;
import org.quorate.app.Presets;
import org.quorate.model.DeviceClass;
import org.quorate.model.OsRelease;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.Problem;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.model.yaml.ScenarioReading;
import org.quorate.study.estimate.Estimate;
import org.quorate.ui.Messages;
import org.quorate.ui.form.CostLine;
import org.quorate.ui.form.EstimateText;
import org.quorate.ui.form.FieldTitles;
import org.quorate.ui.newscenario.CheckedScenario.Step;

/**
 * The presenter of the wizard: which presets there are, what was chosen, and what that comes to. Knows no widgets. Choices are made by one
 * thread; {@link #check} may be called by any.
 */
public final class NewScenarioPresenter {

    private final ComposeScenario compose;
    private final EstimateScenario estimates;
    private final FieldTitles titles;
    private final List<Presets.Entry> entries;
    private final Map<String, NewScenario> likes = new LinkedHashMap<>();
    private NewScenario choices;

    /** Reads all presets, which takes some tenths of a second. */
    public NewScenarioPresenter(Presets presets, ComposeScenario compose, EstimateScenario estimates, FieldTitles titles) {
        this.compose = compose;
        this.estimates = estimates;
        this.titles = titles;
        this.entries = presets.entries();
        entries.forEach(entry -> likes.put(entry.name(), compose.like(entry.name())));
        choices = likes.get(entries.get(0).name());
    }

    /** The presets, the best one to start with first. */
    List<Presets.Entry> entries() {
        return entries;
    }

    NewScenario choices() {
        return choices;
    }

    /** The preset's own cluster, LUN, file systems, name and title are chosen with it. */
    void choosePreset(String name) {
        if (!name.equals(choices.preset())) {
            choices = likes.get(name);
        }
    }

    void chooseCluster(int nodes, OsRelease os, Network network) {
        choices = choices.with(nodes, os, network, choices.size(), choices.device(), choices.multipath());
    }

    void chooseLun(String size, DeviceClass device, boolean multipath) {
        choices = choices.with(choices.nodes(), choices.os(), choices.network(), size.strip(), device, multipath);
    }

    /** Devices that need no figures of their own. */
    static List<DeviceClass> devices() {
        return List.of(DeviceClass.NVME, DeviceClass.SATA_SSD, DeviceClass.HYBRID_ARRAY, DeviceClass.DISK_7200);
    }

    void chooseFileSystem(String type, boolean chosen) {
        List<String> types = new ArrayList<>();
        for (String known : NewScenario.TYPES) {
            if (known.equals(type) ? chosen : choices.fileSystems().contains(known)) {
                types.add(known);
            }
        }
        choices = choices.with(types);
    }

    void name(String name, String title) {
        choices = choices.named(name.strip(), title.strip());
    }

    /**
     * What choices come to. A pure function that takes some tens of milliseconds.
     *
     * @param cancelled asked every few milliseconds, in this thread
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    CheckedScenario check(NewScenario of, BooleanSupplier cancelled) {
        String text = compose.text(of);
        ScenarioReading reading = ScenarioReader.read(of.name() + ".yaml", text);
        Map<Step, String> problems = new EnumMap<>(Step.class);
        if (of.fileSystems().isEmpty()) {
            problems.put(Step.CLUSTER, Messages.New_no_file_system);
        }
        reading.problems().forEach(problem -> problems.putIfAbsent(step(problem), told(problem)));
        Optional<Scenario> scenario = reading.document().map(document -> document.scenario()).filter(valid -> problems.isEmpty());
        Optional<Estimate> estimate = scenario.map(known -> estimates.estimate(known, cancelled));
        return new CheckedScenario(of, text, scenario, problems, estimate.map(figures -> CostLine.of(scenario.get(), figures)).orElse(""),
                estimate.map(EstimateText::why).orElse(""));
    }

    /** The page on which what the problem is about is chosen. */
    private static Step step(Problem problem) {
        String path = problem.path();
        return path.equals("name") || path.equals("title") ? Step.NAME : path.startsWith("workload") ? Step.WORKLOAD : Step.CLUSTER;
    }

    private String told(Problem problem) {
        String allowed = problem.allowed().isEmpty() ? "" : Messages.bind(Messages.Form_allowed, problem.allowed());
        return titles.find(problem.path()).map(title -> title + ": ").orElse(problem.path() + ": ") + problem.message() + allowed;
    }

    /** What is chosen, a line each, for the last page. */
    List<String> summary() {
        String paths = choices.multipath() ? Messages.New_summary_multipath : Messages.New_summary_one_path;
        return List.of(Messages.bind(Messages.New_summary_workload, choices.preset()),
                Messages.bind(Messages.New_summary_cluster, new Object[] {choices.nodes(), choices.os().id(), choices.network().bandwidth()}),
                Messages.bind(Messages.New_summary_lun, new Object[] {choices.size(), word(choices.device()), paths}),
                Messages.bind(Messages.New_summary_file_systems, String.join(", ", choices.fileSystems())));
    }

    /** As a scenario writes it. */
    static String word(DeviceClass device) {
        return device.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
