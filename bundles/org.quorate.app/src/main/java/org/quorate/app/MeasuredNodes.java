// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.quorate.model.DeviceClass;
import org.quorate.model.Lun;
import org.quorate.model.UnitFormat;
import org.quorate.model.measured.Measurement;
import org.quorate.model.measured.ProfileFigure;
import org.quorate.model.yaml.FragmentWriter;
import org.quorate.model.yaml.ScenarioDocument;
import org.quorate.model.yaml.ScenarioReading;

/** What was measured on nodes, ready to be shown or put into a scenario. Immutable, thread-safe. */
public final class MeasuredNodes {

    private static final String LUN = "lun.";

    private final Measurement measurement;

    MeasuredNodes(Measurement measurement) {
        this.measurement = measurement;
    }

    /** The figures. */
    public Measurement measurement() {
        return measurement;
    }

    /** The part of a scenario, as YAML; empty if nothing of a scenario was measured. */
    public String fragment() {
        Map<String, Object> part = new LinkedHashMap<>();
        measurement.profile().forEach(figure -> put(part, figure.field(), figure.value()));
        return part.isEmpty() ? "" : FragmentWriter.values(part);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> part, String field, String value) {
        int dot = field.indexOf('.');
        if (dot < 0) {
            part.put(field, value);
        } else {
            put((Map<String, Object>) part.computeIfAbsent(field.substring(0, dot), key -> new LinkedHashMap<String, Object>()),
                    field.substring(dot + 1), value);
        }
    }

    /**
     * A scenario with it: what was measured stands in place of its own, and figures of the LUN make the device a custom one. Comments and all
     * other text stay.
     *
     * @return the scenario, or, as after any edit, the problems of it
     */
    public ScenarioReading into(ScenarioDocument scenario) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (measurement.profile().stream().anyMatch(figure -> figure.field().startsWith(LUN))) {
            custom(scenario.scenario().lun(), fields);
        }
        for (ProfileFigure figure : measurement.profile()) {
            fields.put(figure.field(), figure.value());
        }
        return scenario.with(fields);
    }

    /** A custom device has all figures of its own. */
    private static void custom(Lun before, Map<String, String> fields) {
        fields.put("lun.service.read", FragmentWriter.value(before.service().read()));
        fields.put("lun.service.write", FragmentWriter.value(before.service().write()));
        fields.put("lun.service.flush", FragmentWriter.value(before.service().flush()));
        fields.put("lun.service.bandwidth", UnitFormat.format(before.service().bandwidth()));
        fields.put("lun.link", UnitFormat.format(before.link()));
        fields.put("lun.queueDepth", String.valueOf(before.queueDepth()));
        fields.put("lun.device", DeviceClass.CUSTOM.name().toLowerCase(Locale.ROOT));
    }
}
