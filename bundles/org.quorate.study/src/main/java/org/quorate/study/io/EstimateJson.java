// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.estimate.Estimate;

/** The JSON form of an estimate, {@link Estimate#FORMAT}: the records as they stand, absent values as null. Thread-safe. */
public final class EstimateJson {

    /** The estimate as text, indented, with a line end at its end. */
    public String write(Estimate estimate) {
        return JsonForm.text(estimate);
    }
}
