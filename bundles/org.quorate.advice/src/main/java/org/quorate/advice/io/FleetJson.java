// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.io;

import org.quorate.advice.fleet.FleetReport;
import org.quorate.study.io.JsonForm;

/** The JSON form of an inventory of nodes, {@link FleetReport#FORMAT}: the records as they stand, absent values as null. Thread-safe. */
public final class FleetJson {

    /** The text, indented, with a line end at its end. */
    public String write(FleetReport report) {
        return JsonForm.text(report);
    }
}
