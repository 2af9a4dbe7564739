// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.accuracy.Accuracy;

/** The JSON form of the comparison with the lab, {@link Accuracy#FORMAT}: the records as they stand. Thread-safe. */
public final class AccuracyJson {

    /** The text, indented, with a line end at its end. */
    public String write(Accuracy accuracy) {
        return JsonForm.text(accuracy);
    }
}
