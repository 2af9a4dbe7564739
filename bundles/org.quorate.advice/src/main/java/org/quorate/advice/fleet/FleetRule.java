// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.fleet;

import java.util.List;
import org.quorate.advice.Finding;

/** One thing that can be wrong with nodes. Holds no state; thread-safe. */
interface FleetRule {

    /** What is wrong, in the order of the nodes; empty if nothing is. */
    List<Finding> check(FleetView fleet);
}
