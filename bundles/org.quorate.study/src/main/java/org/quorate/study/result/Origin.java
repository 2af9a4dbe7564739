// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;
import java.util.Optional;

/**
 * What was run: enough to run it again.
 *
 * @param scenario       short name
 * @param title          one line for people
 * @param quorateVersion version of the program
 * @param seed           of all random streams
 * @param replications   independent runs a contender that were made
 * @param confidence     of every interval, 0 to 1
 * @param kernel         kernel profile
 * @param kernelMeasured false: its object sizes are interpolated between measured versions
 * @param nodes          names, in the order of the scenario
 * @param stopping       why so many replications; absent if their number was given
 */
public record Origin(String scenario, String title, String quorateVersion, long seed, int replications,
        double confidence, String kernel, boolean kernelMeasured, List<String> nodes, Optional<Stopping> stopping) {

    public Origin {
        nodes = List.copyOf(nodes);
    }
}
