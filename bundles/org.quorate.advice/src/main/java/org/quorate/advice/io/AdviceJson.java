// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.io;

import org.quorate.advice.Advice;
import org.quorate.study.io.JsonForm;

/** The JSON form of advice, {@link Advice#FORMAT}: the records as they stand, absent values as null. Thread-safe. */
public final class AdviceJson {

    /** The text, indented, with a line end at its end. */
    public String write(Advice advice) {
        return JsonForm.text(advice);
    }
}
