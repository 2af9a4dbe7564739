// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.sweep;

import org.quorate.model.Scenario;

/**
 * What a result rests on, so that it is not shown as one of something else. Immutable.
 *
 * @param scenario {@link PointKey#scenario} of the scenario as it is; empty: not known, the result was written before it was told
 * @param build    of the program, which tells builds of one version apart; empty: not known
 */
public record Basis(String scenario, String build) {

    /** Of results that do not tell it. */
    public static final Basis UNKNOWN = new Basis("", "");

    /** Of results that are made of the scenario now. */
    public static Basis of(Scenario scenario, String build) {
        return new Basis(PointKey.scenario(scenario), build);
    }

    /** It is told. */
    public boolean known() {
        return !scenario.isEmpty() && !build.isEmpty();
    }
}
