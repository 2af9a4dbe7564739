// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import org.quorate.study.sensitivity.Sensitivity;

/** The JSON form of what moves an answer, {@link Sensitivity#FORMAT}: the records as they stand, absent values as null. Thread-safe. */
public final class SensitivityJson {

    /** The text, indented, with a line end at its end. */
    public String write(Sensitivity sensitivity) {
        return JsonForm.text(sensitivity);
    }
}
