// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.observe.FleetObservation;

/**
 * The JSON form of a running cluster beside its prediction, {@link FleetObservation#FORMAT}: the records as they stand, names of figures as
 * {@code TOPIC/NAME/WHAT}, absent values as null. Thread-safe.
 */
public final class FleetObservationJson {

    /** The text, indented, with a line end at its end. */
    public String write(FleetObservation observation) {
        return JsonForm.text(observation);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the text is not JSON, not of this format, or has values out of range
     */
    public FleetObservation read(String text) {
        return JsonForm.read(text, FleetObservation.class, FleetObservation::format, FleetObservation.FORMAT, "an observation of a fleet");
    }
}
