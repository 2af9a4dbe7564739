// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.quorate.model.FileSet;
import org.quorate.model.Phase;
import org.quorate.model.TimeDistribution;

/**
 * Writes parts of a scenario in the form of {@link ScenarioWriter}, but without what is the default anyway: for a person to read
 * and to copy, or for {@link ScenarioDocument#insertItem}. Pure functions, thread-safe.
 */
public final class FragmentWriter {

    private FragmentWriter() {
    }

    /** The keys of an item of {@code workload.fileSets}. */
    public static String fileSet(FileSet set) {
        return ScenarioWriter.text(brief(WorkloadFields.Sets.TYPE, out -> WorkloadFields.Sets.write(set, out)));
    }

    /** The keys of an item of {@code workload.phases}. */
    public static String phase(Phase phase) {
        return ScenarioWriter.text(phaseMapping(phase));
    }

    /** {@code workload} with these parts; either list may be empty. */
    public static String workload(List<FileSet> sets, List<Phase> phases) {
        Map<String, Object> workload = new LinkedHashMap<>();
        if (!sets.isEmpty()) {
            List<Object> items = new ArrayList<>();
            sets.forEach(set -> items.add(brief(WorkloadFields.Sets.TYPE, out -> WorkloadFields.Sets.write(set, out))));
            workload.put(WorkloadFields.FILE_SETS.name(), items);
        }
        if (!phases.isEmpty()) {
            List<Object> items = new ArrayList<>();
            phases.forEach(phase -> items.add(phaseMapping(phase)));
            workload.put(WorkloadFields.PHASES.name(), items);
        }
        return ScenarioWriter.text(Map.of(ScenarioFields.WORKLOAD.name(), workload));
    }

    /** Mappings within mappings, as {@code lun: {service: ...}}, of values that are written already. */
    public static String values(Map<String, ?> values) {
        return ScenarioWriter.text(values);
    }

    /** A distribution of times as a scenario has it. */
    public static String value(TimeDistribution times) {
        return String.valueOf(Texts.times(Duration.ZERO, Duration.ofHours(1)).toYaml().apply(times));
    }

    private static Map<String, Object> phaseMapping(Phase phase) {
        Map<String, Object> mapping = brief(WorkloadFields.Phases.TYPE, out -> WorkloadFields.Phases.write(phase, out));
        List<Object> mix = new ArrayList<>();
        phase.mix().forEach(share -> mix.add(brief(WorkloadFields.Mix.TYPE, out -> WorkloadFields.Mix.write(share, out))));
        if (!mix.isEmpty()) {
            mapping.put(WorkloadFields.Phases.MIX.name(), mix);
        }
        return mapping;
    }

    /** What the section's writer writes, without the fields that have the value which they have when they are left out. */
    private static Map<String, Object> brief(FieldType.Mapping type, Consumer<SectionWriter> content) {
        SectionWriter out = new SectionWriter();
        content.accept(out);
        Map<String, Object> mapping = new LinkedHashMap<>(out.mapping());
        type.fields().forEach(field -> leaveOut(mapping, field));
        return mapping;
    }

    private static <T> void leaveOut(Map<String, Object> mapping, Field<T> field) {
        if (field.type() instanceof ScalarType<T> scalar) {
            field.standard().map(scalar.toYaml()).filter(usual -> usual.equals(mapping.get(field.name())))
                    .ifPresent(usual -> mapping.remove(field.name()));
        }
    }
}
