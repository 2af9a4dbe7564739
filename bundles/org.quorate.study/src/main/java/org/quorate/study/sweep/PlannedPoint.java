// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import java.util.List;
import org.quorate.model.Scenario;

/**
 * A comparison that a sweep is to make. Immutable.
 *
 * @param values   one for each varied field
 * @param scenario with these values, valid
 */
public record PlannedPoint(List<String> values, Scenario scenario) {

    public PlannedPoint {
        values = List.copyOf(values);
    }
}
