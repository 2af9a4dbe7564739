// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.runs;

import java.util.function.Supplier;

/**
 * The scenario of one point of a study, to be edited and run by itself. Immutable.
 *
 * @param name for people: {@code threads = 4, nodes = 8}
 * @param text the scenario as YAML, made when it is asked for, which takes a millisecond
 */
public record PointScenario(String name, Supplier<String> text) {

    /** What its file may be called: {@code web-sessions-threads-4-nodes-8}. */
    String fileName(String base) {
        return base + "-" + name.replaceAll("[^\\p{Alnum}._]+", "-").replaceAll("^-|-$", "");
    }
}
