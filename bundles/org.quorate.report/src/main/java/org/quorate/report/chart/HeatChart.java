// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.List;

/**
 * A grid of cells in shades: which of two sides is better over two fields, whose values stand at equal steps.
 *
 * @param id          see {@link ChartSpec}
 * @param title       see {@link ChartSpec}
 * @param description see {@link ChartSpec}
 * @param x           across
 * @param y           upwards
 * @param cells       one for each pair of values, row by row from the bottom
 * @param keys        of the legend, in order
 */
public record HeatChart(String id, String title, String description, Side x, Side y, List<Cell> cells, List<Key> keys)
        implements ChartSpec {

    /**
     * A side of the grid.
     *
     * @param title  what is shown along it
     * @param labels one a value, at least one
     */
    public record Side(String title, List<String> labels) {
        public Side {
            labels = List.copyOf(labels);
            if (labels.isEmpty()) {
                throw new IllegalArgumentException(title + " has no values");
            }
        }
    }

    /** What is drawn over the shade, so that colour is not needed to tell cells apart. */
    public enum Mark {
        NONE,
        /** Lines across the cell. */
        HATCHED,
        /** A cross through the cell. */
        CROSSED,
        /** A dot in the middle. */
        DOTTED,
        /** A circle in the middle. */
        RINGED,
        /** A few level lines. */
        RULED
    }

    /** Corners that may be marked. */
    public enum Corner { TOP_LEFT, BOTTOM_RIGHT }

    /**
     * A cell.
     *
     * @param shade   one of {@link Ink#shades()}
     * @param mark    over it
     * @param labels  of which one is written on it, the longest first: of all cells the first for which there is room; may be
     *                empty
     * @param corners that are marked
     * @param readings what can be read off besides, where one points at it
     */
    public record Cell(Ink shade, Mark mark, List<String> labels, List<Corner> corners, List<Reading> readings) {
        public Cell {
            labels = List.copyOf(labels);
            corners = List.copyOf(corners);
            readings = List.copyOf(readings);
        }

        /** Without more to be read off. */
        public Cell(Ink shade, Mark mark, List<String> labels, List<Corner> corners) {
            this(shade, mark, labels, corners, List.of());
        }
    }

    /**
     * An entry of the legend: a shade with a mark, or a marked corner.
     *
     * @param name    what it means
     * @param cell    how it looks, without a label
     * @param corners the entry is about the corners of the cell, not its shade
     */
    public record Key(String name, Cell cell, boolean corners) {
    }

    /** The entries of the legend that a cell is about: that of its shade and those of its corners. */
    public List<Key> keysOf(Cell cell) {
        return keys.stream().filter(key -> key.corners() ? cell.corners().containsAll(key.cell().corners())
                : key.cell().shade() == cell.shade() && key.cell().mark() == cell.mark()).toList();
    }

    public HeatChart {
        cells = List.copyOf(cells);
        keys = List.copyOf(keys);
        if (cells.size() != x.labels().size() * y.labels().size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + x.labels().size() + " times " + y.labels().size());
        }
    }

    @Override
    public HeatChart withId(String other) {
        return new HeatChart(other, title, description, x, y, cells, keys);
    }
}
