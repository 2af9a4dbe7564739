// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.form;

import java.util.List;

/**
 * A place of a scenario that has a form of its own. Immutable.
 *
 * @param path     as in problems: {@code cluster.nodes[0]}; empty for the scenario itself
 * @param kind     what it is
 * @param title    for people: "Nodes", "node1"
 * @param present  it stands in the text, rather than having its defaults
 * @param children places inside
 */
public record OutlineNode(String path, Kind kind, String title, boolean present, List<OutlineNode> children) {

    /** A group of fields, a list, or an item of a list. */
    public enum Kind { GROUP, LIST, ITEM }

    public OutlineNode {
        children = List.copyOf(children);
    }
}
