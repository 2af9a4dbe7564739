// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.measured;

import java.util.Optional;

/**
 * What a field of a scenario becomes by a measurement. Immutable.
 *
 * @param field   path in the scenario, as in {@code lun.service.read}
 * @param value   as YAML has it
 * @param range   where the mean may lie, given how it was measured, for people; empty: not known
 * @param planned what the scenario has, as YAML has it; absent: there is no scenario
 * @param differs the planned mean is outside the range
 * @param how     it was measured, one line
 */
public record ProfileFigure(String field, String value, String range, Optional<String> planned, boolean differs, String how) {
}
