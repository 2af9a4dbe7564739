// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.observe.Observation;

/**
 * The JSON form of an observation, {@link Observation#FORMAT}: the records as they stand, absent values as null. Unknown fields are errors.
 * Thread-safe.
 */
public final class ObservationJson {

    /** The text, indented, with a line end at its end. */
    public String write(Observation observation) {
        return JsonForm.text(observation);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    public Observation read(String text) {
        return JsonForm.read(text, Observation.class, Observation::format, Observation.FORMAT, "an observation");
    }
}
