// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.List;
import org.quorate.study.result.FileSystemKind;

/**
 * What a running cluster said over some time. Immutable.
 *
 * @param head   what was asked
 * @param rounds in the order of time; of a long series not all, see {@link RoundBuffer}
 * @param whole  it was ended in order; false: it still runs, or was cut off
 */
public record ObservationSeries(Head head, List<Round> rounds, boolean whole) {

    /** The form that this version writes. */
    public static final String FORMAT = "quorate-observation-series/1";

    /**
     * What is asked.
     *
     * @param format         name and version of the form, {@link #FORMAT}
     * @param quorateVersion of the program that asked
     * @param scenario       short name
     * @param title          one line for people
     * @param fileSystem     label in the scenario
     * @param kind           what it is
     * @param mountPoint     where it is mounted
     * @param nodes          names, in the order of the scenario
     * @param intervalMillis from one round to the next
     */
    public record Head(String format, String quorateVersion, String scenario, String title, String fileSystem, FileSystemKind kind,
            String mountPoint, List<String> nodes, long intervalMillis) {

        public Head {
            nodes = List.copyOf(nodes);
        }
    }

    public ObservationSeries {
        rounds = List.copyOf(rounds);
    }
}
