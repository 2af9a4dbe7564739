// SPDX-License-Identifier: EPL-2.0
package org.quorate.cli.text;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.quorate.study.text.Quantity;

/** The last line of the text of a study: what it was made with. Pure functions. */
final class Footer {

    private Footer() {
    }

    /** An absent setting is varied; {@code more} is said of the intervals. */
    static String of(String scenario, String size, OptionalLong seed, OptionalInt replications, OptionalDouble confidence,
            String version, Optional<String> more) {
        String interval = confidence.isPresent() ? "the " + Quantity.percent(confidence.getAsDouble()) + " confidence interval"
                : "the confidence interval of the point";
        return Plain.line("scenario " + scenario + ", " + size + ", " + (seed.isPresent() ? "seed " + seed.getAsLong() : "varied seeds")
                + ", " + (replications.isPresent() ? replications.getAsInt() + " replications" : "varied replications") + ", ± is "
                + interval + more.map(text -> ", " + text).orElse("") + ", quorate " + version);
    }
}
