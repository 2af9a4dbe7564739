// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quorate.intake.Imported;
import org.quorate.intake.LunFigures;
import org.quorate.model.Node;
import org.quorate.model.Phase;
import org.quorate.model.Scenario;
import org.quorate.model.Workload;
import org.quorate.model.preset.WorkloadPresets;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;

/** Workloads that people have: those of the samples, and those of {@link WorkloadPresets}. Immutable, thread-safe. */
public final class Presets {

    /** What the parameters of the samples rest on. */
    private static final String SAMPLE = "sample of this program, estimated";

    private final Samples samples;
    private final ValidateScenario validate;

    Presets(Samples samples, ValidateScenario validate) {
        this.samples = samples;
        this.validate = validate;
    }

    /**
     * A preset in a list.
     *
     * @param name   short identifier
     * @param title  one line for people
     * @param source where its parameters come from
     */
    public record Entry(String name, String title, String source) {
    }

    /** Their names. */
    public List<String> names() {
        return Stream.concat(samples.names().stream(), WorkloadPresets.names().stream()).toList();
    }

    /** All of them. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        samples.names().forEach(name -> entries.add(new Entry(name, document(name).scenario().title(), SAMPLE)));
        for (String name : WorkloadPresets.names()) {
            WorkloadPresets.Preset preset = WorkloadPresets.named(name);
            entries.add(new Entry(name, preset.title(), preset.source()));
        }
        return entries;
    }

    /**
     * A whole scenario with the workload, as text with comments.
     *
     * @throws IllegalArgumentException if there is no preset of that name
     */
    public String scenario(String name) {
        return samples.names().contains(name) ? samples.scenario(name) : WorkloadPresets.named(name).scenario();
    }

    /**
     * A scenario with the workload behind its own, under names that are free there. Nodes that a preset names are the scenario's nodes
     * at the same places. Comments and all other text stay.
     *
     * @return the scenario, or, as after any edit, the problems of it
     * @throws IllegalArgumentException if there is no preset of that name, or the scenario has fewer nodes than it names
     */
    public ScenarioReading into(String name, ScenarioDocument scenario) {
        Scenario preset = document(name).scenario();
        List<String> from = preset.cluster().nodes().stream().map(Node::name).toList();
        List<String> to = scenario.scenario().cluster().nodes().stream().map(Node::name).toList();
        Workload workload = preset.workload();
        List<Phase> phases = workload.phases().stream().map(phase -> at(name, phase, from, to)).toList();
        return new ImportedFile(new Imported(workload.fileSets(), phases, LunFigures.NONE, List.of(), List.of())).into(scenario);
    }

    private static Phase at(String name, Phase phase, List<String> from, List<String> to) {
        return phase.with(phase.name(), nodes(name, phase.nodes(), from, to), phase.mix().stream()
                .map(share -> share.with(share.fileSet(), nodes(name, share.nodes(), from, to))).toList());
    }

    private static List<String> nodes(String name, List<String> named, List<String> from, List<String> to) {
        return named.stream().map(node -> {
            int place = from.indexOf(node);
            if (place >= to.size()) {
                throw new IllegalArgumentException("preset " + name + " is for " + from.size() + " nodes, the scenario has " + to.size());
            }
            return to.get(place);
        }).toList();
    }

    private ScenarioDocument document(String name) {
        try {
            return validate.read(name, new ByteArrayInputStream(scenario(name).getBytes(StandardCharsets.UTF_8))).document()
                    .orElseThrow(() -> new IllegalStateException("preset " + name + " is not valid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
