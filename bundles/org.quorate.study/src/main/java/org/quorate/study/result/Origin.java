// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import java.util.List;

/**
 * What was run: enough to run it again.
 *
 * @param scenario       short name
 * @param title          one line for people
 * @param quorateVersion version of the program
 * @param seed           of all random streams
 * @param replications   independent runs a contender
 * @param confidence     of every interval, 0 to 1
 * @param kernel         kernel profile
 * @param kernelMeasured false: its object sizes are interpolated between measured versions
 * @param nodes          names, in the order of the scenario
 */
public record Origin(String scenario, String title, String quorateVersion, long seed, int replications,
        double confidence, String kernel, boolean kernelMeasured, List<String> nodes) {

    public Origin {
        nodes = List.copyOf(nodes);
    }
}
