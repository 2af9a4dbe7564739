// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import org.quorate.model.Scenario;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Writes a scenario in its canonical form: every field in the order of the format, defaults included, canonical units.
 * Reading it gives an equal scenario. Pure functions, thread-safe.
 */
public final class ScenarioWriter {

    private ScenarioWriter() {
    }

    /** The canonical YAML text. Texts that other readers would take for numbers or null are quoted. */
    public static String write(Scenario scenario) {
        SectionWriter writer = new SectionWriter();
        ScenarioFields.write(scenario, writer);
        return text(writer.mapping());
    }

    /** Mappings, lists and single values as YAML, in the one form in which the program writes it. */
    static String text(Object value) {
        DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setIndent(2)
                .setIndicatorIndent(2).setIndentWithIndicator(true).setWidth(1000).setSplitLines(false)
                .setSchema(new CoreSchema()).build();
        return new Dump(settings).dumpToString(value);
    }
}
