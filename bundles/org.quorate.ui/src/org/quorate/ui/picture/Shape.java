// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.picture;

import java.util.List;
import java.util.Optional;

/**
 * Something in the picture of a cluster that can be selected. Immutable.
 *
 * @param kind        what it is
 * @param path        of its place in the scenario, as in {@code cluster.nodes[0]}; of a portal that of the list's item
 * @param bounds      in points
 * @param title       its name
 * @param lines       below the name, as many as there is room for
 * @param description all that is to be said of it in few words, for tooltips and for people who hear instead of see
 * @param problem     what is wrong with it
 */
public record Shape(Kind kind, String path, Box bounds, String title, List<String> lines, String description, Optional<Problem> problem) {

    /** What is drawn. */
    public enum Kind { NETWORK, FENCING, NODE, PORTAL, LUN, FILE_SYSTEM }

    /**
     * Something wrong.
     *
     * @param error it stops the scenario, rather than being a warning
     * @param text  for people
     */
    public record Problem(boolean error, String text) {
    }

    /** A rectangle in points. */
    public record Box(int x, int y, int width, int height) {

        boolean contains(int px, int py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }

        int centreX() {
            return x + width / 2;
        }

        int centreY() {
            return y + height / 2;
        }

        int bottom() {
            return y + height;
        }
    }

    public Shape {
        lines = List.copyOf(lines);
    }
}
