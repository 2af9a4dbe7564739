// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.Locale;
import org.quorate.model.yaml.ScenarioReading;

/** The problems of a scenario, for people. */
public final class ProblemsText {

    private ProblemsText() {
    }

    /** One problem a line; nothing if there is none. */
    public static String text(ScenarioReading reading) {
        StringBuilder out = new StringBuilder();
        reading.problems().forEach(problem -> out.append(problem.severity().name().toLowerCase(Locale.ROOT)).append(": ")
                .append(problem).append('\n'));
        return out.toString();
    }
}
