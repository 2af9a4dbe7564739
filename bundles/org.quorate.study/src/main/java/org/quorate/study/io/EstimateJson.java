// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.quorate.study.estimate.Estimate;

/** The JSON form of an estimate, {@link Estimate#FORMAT}: the records as they stand, absent values as null. Thread-safe. */
public final class EstimateJson {

    private final ObjectMapper mapper = JsonForm.mapper();

    /** The estimate as text, indented, with a line end at its end. */
    public String write(Estimate estimate) {
        try {
            return JsonForm.writer(mapper).writeValueAsString(estimate) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every estimate has a JSON form", e);
        }
    }
}
