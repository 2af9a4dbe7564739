// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.chart;

import java.util.List;

/**
 * A cluster as a picture: the nodes beside one another, what joins them above, the disk that they share below.
 *
 * @param id          see {@link ChartSpec}
 * @param title       see {@link ChartSpec}
 * @param description see {@link ChartSpec}
 * @param nodes       from left to right, 1 to {@value #MOST_BOXES}
 * @param network     between the nodes
 * @param guards      that decide which nodes go on when the network or a node fails, at most {@value #MOST_GUARDS}; may be empty
 * @param storage     between the nodes and the disk
 * @param disk        that they share
 */
public record ClusterChart(String id, String title, String description, List<Box> nodes, Link network, List<Box> guards, Link storage,
        Disk disk) implements ChartSpec {

    /** Boxes that fit beside one another with readable names: more nodes stand in stacks. */
    public static final int MOST_BOXES = 8;
    /** Guards that fit beside one another. */
    public static final int MOST_GUARDS = 3;

    /**
     * A machine or several alike.
     *
     * @param name   of it, or of the first and the last
     * @param detail what it is, a line each, at most two
     * @param count  of the machines, 1 and up
     */
    public record Box(String name, List<String> detail, int count) {
        public Box {
            detail = List.copyOf(detail);
            if (count < 1 || detail.size() > 2) {
                throw new IllegalArgumentException("not a box: " + name);
            }
        }
    }

    /**
     * A network.
     *
     * @param name   what it is for
     * @param detail how fast it is
     */
    public record Link(String name, String detail) {
    }

    /**
     * The shared disk.
     *
     * @param name   of it
     * @param detail its size and how fast it is, a line each
     */
    public record Disk(String name, List<String> detail) {
        public Disk {
            detail = List.copyOf(detail);
        }
    }

    public ClusterChart {
        nodes = List.copyOf(nodes);
        guards = List.copyOf(guards);
        if (nodes.isEmpty() || nodes.size() > MOST_BOXES || guards.size() > MOST_GUARDS) {
            throw new IllegalArgumentException(nodes.size() + " boxes of nodes and " + guards.size() + " guards");
        }
    }

    @Override
    public ClusterChart withId(String other) {
        return new ClusterChart(other, title, description, nodes, network, guards, storage, disk);
    }
}
