// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quorate.intake.Imported;
import org.quorate.intake.LunFigures;
import org.quorate.model.DeviceClass;
import org.quorate.model.FileSet;
import org.quorate.model.Lun;
import org.quorate.model.Phase;
import org.quorate.model.UnitFormat;
import org.quorate.model.yaml.FragmentWriter;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;

/** What an import took from a file, ready to be shown or put into a scenario. Immutable, thread-safe. */
public final class ImportedFile {

    private final Imported imported;

    ImportedFile(Imported imported) {
        this.imported = imported;
    }

    /** What a person should know of it, a line each; safe to print. */
    public List<String> remarks() {
        return imported.remarks();
    }

    /**
     * What could not be used: {@code FILE:LINE: 'text': reason}, and for what comes often its number instead; safe to print but for
     * the name. The line is left out for what is not a line.
     *
     * @param name of the file
     */
    public List<String> unused(String name) {
        return UnusedLines.of(name, imported.unused());
    }

    /** The part of a scenario, as YAML. */
    public String fragment() {
        StringBuilder text = new StringBuilder();
        if (!imported.fileSets().isEmpty() || !imported.phases().isEmpty()) {
            text.append(FragmentWriter.workload(imported.fileSets(), imported.phases()));
        }
        Map<String, Object> lun = new LinkedHashMap<>();
        Map<String, String> service = service(imported.lun());
        if (!service.isEmpty()) {
            lun.put("service", service);
        }
        imported.lun().queueDepth().ifPresent(depth -> lun.put("queueDepth", depth));
        if (!lun.isEmpty()) {
            text.append(FragmentWriter.values(Map.of("lun", lun)));
        }
        return text.toString();
    }

    private static Map<String, String> service(LunFigures figures) {
        Map<String, String> service = new LinkedHashMap<>();
        figures.read().ifPresent(times -> service.put("read", FragmentWriter.value(times)));
        figures.write().ifPresent(times -> service.put("write", FragmentWriter.value(times)));
        figures.flush().ifPresent(times -> service.put("flush", FragmentWriter.value(times)));
        figures.bandwidth().ifPresent(rate -> service.put("bandwidth", UnitFormat.format(rate)));
        return service;
    }

    /**
     * A scenario with it: file sets and phases are added behind its own, under names that are free there; figures of the LUN
     * replace its own, and make the device a custom one. Comments and all other text stay.
     *
     * @return the scenario, or, as after any edit, the problems of it
     */
    public ScenarioReading into(ScenarioDocument scenario) {
        ScenarioReading reading = new ScenarioReading(Optional.of(scenario), List.of());
        Imported beside = imported.beside(scenario.scenario().workload().fileSets(), scenario.scenario().workload().phases());
        for (FileSet set : beside.fileSets()) {
            reading = reading.document().isEmpty() ? reading
                    : reading.document().get().insertItem("workload.fileSets", FragmentWriter.fileSet(set));
        }
        for (Phase phase : beside.phases()) {
            reading = reading.document().isEmpty() ? reading
                    : reading.document().get().insertItem("workload.phases", FragmentWriter.phase(phase));
        }
        Map<String, String> lun = lun(scenario.scenario().lun());
        return reading.document().isEmpty() || lun.isEmpty() ? reading : reading.document().get().with(lun);
    }

    /** All figures of a custom device: those that were measured, and those that the scenario had. */
    private Map<String, String> lun(Lun before) {
        Map<String, String> fields = new LinkedHashMap<>();
        LunFigures figures = imported.lun();
        if (figures.equals(LunFigures.NONE)) {
            return fields;
        }
        fields.put("lun.service.read", FragmentWriter.value(figures.read().orElse(before.service().read())));
        fields.put("lun.service.write", FragmentWriter.value(figures.write().orElse(before.service().write())));
        fields.put("lun.service.flush", FragmentWriter.value(figures.flush().orElse(before.service().flush())));
        fields.put("lun.service.bandwidth", UnitFormat.format(figures.bandwidth().orElse(before.service().bandwidth())));
        fields.put("lun.link", UnitFormat.format(before.link()));
        fields.put("lun.queueDepth", String.valueOf(figures.queueDepth().orElse(before.queueDepth())));
        fields.put("lun.device", DeviceClass.CUSTOM.name().toLowerCase(Locale.ROOT));
        return fields;
    }
}
