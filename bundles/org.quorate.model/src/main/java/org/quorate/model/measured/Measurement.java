// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.measured;

import java.util.List;

/**
 * What was measured on a fleet. Immutable. All texts are safe to print.
 *
 * @param format   name and version of the JSON form, {@link #FORMAT}
 * @param scenario that it was compared with; empty: none
 * @param nodes    that answered, in the order in which they were asked for
 * @param pairs    of nodes, each once
 * @param services of devices and scratch files
 * @param profile  what fields of a scenario become by it, at most one a field
 * @param missing  nodes that did not answer
 * @param remarks  what could not be measured and how it could be, and what a person should know
 */
public record Measurement(String format, String scenario, List<NodeFigures> nodes, List<PairTimes> pairs, List<ServiceTimes> services,
        List<ProfileFigure> profile, List<Missing> missing, List<String> remarks) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-measurement/1";

    /**
     * A node of which nothing is known.
     *
     * @param node name
     * @param why  one line
     */
    public record Missing(String node, String why) {
    }

    public Measurement {
        nodes = List.copyOf(nodes);
        pairs = List.copyOf(pairs);
        services = List.copyOf(services);
        profile = List.copyOf(profile);
        missing = List.copyOf(missing);
        remarks = List.copyOf(remarks);
    }
}
