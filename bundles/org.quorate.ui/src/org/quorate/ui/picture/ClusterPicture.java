// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.picture;

import java.util.List;
import java.util.Optional;

/**
 * The picture of a cluster, laid out: boxes and the wires between them. Immutable.
 *
 * @param height points that it needs
 * @param shapes in reading order
 * @param wires  drawn behind them
 */
public record ClusterPicture(int height, List<Shape> shapes, List<Wire> wires) {

    /**
     * A straight piece of a line.
     *
     * @param storage it carries data to the LUN, rather than messages of the cluster
     */
    public record Wire(int x1, int y1, int x2, int y2, boolean storage) {
    }

    /** Where to go from a shape. */
    public enum Direction { LEFT, RIGHT, UP, DOWN, FIRST, LAST }

    public ClusterPicture {
        shapes = List.copyOf(shapes);
        wires = List.copyOf(wires);
    }

    /** The shape at a point. Those inside another one come after it. */
    public Optional<Shape> at(int x, int y) {
        return shapes.stream().filter(shape -> shape.bounds().contains(x, y)).reduce((first, second) -> second);
    }

    /** The shape of a path. */
    public Optional<Shape> shape(String path) {
        return shapes.stream().filter(shape -> shape.path().equals(path)).findFirst();
    }

    /** The nearest shape in a direction, or the one it starts from if there is none; the first if it starts nowhere. */
    public Optional<Shape> next(Optional<Shape> from, Direction direction) {
        if (shapes.isEmpty()) {
            return Optional.empty();
        }
        if (direction == Direction.LAST) {
            return Optional.of(shapes.get(shapes.size() - 1));
        }
        if (from.isEmpty() || direction == Direction.FIRST) {
            return Optional.of(shapes.get(0));
        }
        Shape start = from.get();
        return shapes.stream().filter(shape -> ahead(start.bounds(), shape.bounds(), direction) > 0)
                .min((a, b) -> Long.compare(distance(start, a, direction), distance(start, b, direction))).or(() -> from);
    }

    /** How far a box is in that direction, negative if it is behind. */
    private static int ahead(Shape.Box from, Shape.Box to, Direction direction) {
        return switch (direction) {
            case LEFT -> sameRow(from, to) ? from.centreX() - to.centreX() : 0;
            case RIGHT -> sameRow(from, to) ? to.centreX() - from.centreX() : 0;
            case UP -> from.y() - to.y();
            default -> to.y() - from.y();
        };
    }

    private static boolean sameRow(Shape.Box from, Shape.Box to) {
        return to.y() < from.bottom() && from.y() < to.bottom();
    }

    /** Rows count first, then what lies straight ahead. */
    private static long distance(Shape start, Shape to, Direction direction) {
        long sideways = Math.abs(start.bounds().centreX() - to.bounds().centreX());
        long ahead = ahead(start.bounds(), to.bounds(), direction);
        boolean vertical = direction == Direction.UP || direction == Direction.DOWN;
        return vertical ? ahead * 10_000 + sideways : ahead;
    }
}
