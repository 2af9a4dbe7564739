// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

/** Remembers how the nodes of scenarios are reached. Used in the user interface's thread. */
public interface ReachMemory {

    /**
     * What was kept last.
     *
     * @param scenario its name; empty: of nodes without a scenario
     */
    Reach find(String scenario);

    /** Keeps it, for later runs of this program too. */
    void keep(String scenario, Reach reach);
}
