// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.nodes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How nodes are reached, as a user has entered it; it has no secret, so it is remembered. Immutable.
 *
 * @param login     where neither the host nor ssh's configuration names one; empty: who runs this program
 * @param config    file of ssh's configuration; empty: the usual ones
 * @param sudo      become root where the login is not root
 * @param byAddress nodes of a scenario are reached by their addresses on the cluster network instead of their names
 * @param hosts     {@code [user@]host[:port]} by name of a node, where it is not what the scenario says
 */
public record Reach(String login, String config, boolean sudo, boolean byAddress, Map<String, String> hosts) {

    /** As ssh would. */
    public static final Reach USUAL = new Reach("", "", true, false, Map.of());

    public Reach {
        hosts = Collections.unmodifiableMap(new LinkedHashMap<>(hosts));
    }
}
