// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.Gfs2Spec;
import org.quorate.model.Lun;
import org.quorate.model.Node;
import org.quorate.model.Ocfs2Spec;
import org.quorate.model.Scenario;
import org.quorate.model.UnitFormat;
import org.quorate.ui.Messages;
import org.quorate.ui.picture.ClusterPicture.Wire;
import org.quorate.ui.picture.Shape.Box;
import org.quorate.ui.picture.Shape.Kind;

/**
 * Lays out the picture of a cluster for a width: the network on top, rows of nodes, portals, and the LUN with its file systems. Each row of
 * nodes has a wire of the network above it and one of the storage below it; upright wires at the margins join the rows. All in points.
 */
public final class PictureLayout {

    private static final int MARGIN = 12;
    /** Room for the upright wires. */
    private static final int SIDE = 26;
    private static final int TRUNK = 14;
    private static final int GAP = 10;
    private static final int LEVEL = 14;
    private static final int BOX_HEIGHT = 44;
    private static final int NETWORK_WIDTH = 230;
    private static final int PORTAL_WIDTH = 166;
    private static final int PORTAL_HEIGHT = 28;
    private static final int CHIP_WIDTH = 176;
    private static final int CHIP_HEIGHT = 44;
    private static final int LUN_HEAD = 64;

    /** How much of a node is shown: the more nodes, the less. */
    private enum Density {
        FULL(150, 62, 9), COMPACT(100, 42, 40), NAMES(76, 24, Integer.MAX_VALUE);

        private final int width;
        private final int height;
        private final int most;

        Density(int width, int height, int most) {
            this.width = width;
            this.height = height;
            this.most = most;
        }

        static Density of(int nodes) {
            return nodes <= FULL.most ? FULL : nodes <= COMPACT.most ? COMPACT : NAMES;
        }
    }

    private final Scenario scenario;
    private final int width;
    private final Function<String, Optional<Shape.Problem>> problems;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    private PictureLayout(Scenario scenario, int width, Function<String, Optional<Shape.Problem>> problems) {
        this.scenario = scenario;
        this.width = Math.max(width, 2 * SIDE + Density.FULL.width);
        this.problems = problems;
    }

    /**
     * The picture.
     *
     * @param width    points that there are
     * @param problems what is wrong at a path or below it
     */
    public static ClusterPicture of(Scenario scenario, int width, Function<String, Optional<Shape.Problem>> problems) {
        PictureLayout layout = new PictureLayout(scenario, width, problems);
        layout.network();
        int y = layout.portals(layout.nodes(MARGIN + BOX_HEIGHT));
        return new ClusterPicture(layout.lun(y) + MARGIN, layout.shapes, layout.wires);
    }

    private void add(Kind kind, String path, Box bounds, String title, List<String> lines, String description) {
        Optional<Shape.Problem> problem = problems.apply(path);
        String said = problem.map(wrong -> description + "\n" + wrong.text()).orElse(description);
        shapes.add(new Shape(kind, path, bounds, title, lines, said, problem));
    }

    private void network() {
        Cluster cluster = scenario.cluster();
        String speed = Messages.bind(Messages.Picture_network_figures, UnitFormat.format(cluster.interconnect().bandwidth()),
                UnitFormat.format(cluster.interconnect().roundTrip()));
        int each = Math.min(NETWORK_WIDTH, (width - 2 * SIDE - GAP) / 2);
        add(Kind.NETWORK, "cluster.interconnect", new Box(SIDE, MARGIN, each, BOX_HEIGHT), Messages.Picture_network, List.of(speed),
                Messages.Picture_network + ": " + speed);
        String fences = cluster.fencing().map(PictureLayout::fencing).orElse(Messages.Picture_no_fencing);
        add(Kind.FENCING, "cluster.fencing", new Box(SIDE + each + GAP, MARGIN, each, BOX_HEIGHT), Messages.Picture_fencing, List.of(fences),
                Messages.Picture_fencing + ": " + fences);
    }

    private static String fencing(Fencing fencing) {
        String agent = fencing.agent().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return fencing.devices().isEmpty() ? agent : Messages.bind(Messages.Picture_devices, agent, fencing.devices().size());
    }

    /** @return the height of the last wire of the storage */
    private int nodes(int top) {
        List<Node> nodes = scenario.cluster().nodes();
        Density density = Density.of(nodes.size());
        int most = Math.max(1, (width - 2 * SIDE + GAP) / (density.width + GAP));
        int rows = (nodes.size() + most - 1) / most;
        int columns = (nodes.size() + rows - 1) / rows;
        int pitch = density.height + 3 * LEVEL;
        int firstRow = top + 2 * LEVEL;
        for (int i = 0; i < nodes.size(); i++) {
            int x = SIDE + i % columns * (density.width + GAP);
            node(i, nodes.get(i), density, new Box(x, firstRow + i / columns * pitch, density.width, density.height));
        }
        int right = SIDE + columns * (density.width + GAP) - GAP;
        buses(rows, right, firstRow, pitch, density.height);
        int joint = shapes.get(0).bounds().centreX();
        wires.add(new Wire(joint, top, joint, firstRow - LEVEL, false));
        wires.add(new Wire(Math.min(joint, right), firstRow - LEVEL, Math.max(joint, right), firstRow - LEVEL, false));
        return firstRow + (rows - 1) * pitch + density.height + LEVEL;
    }

    /** Wires along the rows, and those that join them at the margins. */
    private void buses(int rows, int right, int firstRow, int pitch, int height) {
        int trunk = right + SIDE - TRUNK;
        for (int row = 0; row < rows; row++) {
            int y = firstRow + row * pitch;
            wires.add(new Wire(rows > 1 ? TRUNK : SIDE, y - LEVEL, right, y - LEVEL, false));
            wires.add(new Wire(SIDE, y + height + LEVEL, rows > 1 ? trunk : right, y + height + LEVEL, true));
        }
        if (rows > 1) {
            int last = firstRow + (rows - 1) * pitch;
            wires.add(new Wire(TRUNK, firstRow - LEVEL, TRUNK, last - LEVEL, false));
            wires.add(new Wire(trunk, firstRow + height + LEVEL, trunk, last + height + LEVEL, true));
        }
    }

    private void node(int index, Node node, Density density, Box box) {
        String strength = Messages.bind(Messages.Picture_node_figures, node.cores(), UnitFormat.format(node.memory()));
        List<String> lines = switch (density) {
            case FULL -> List.of(node.address(), strength);
            case COMPACT -> List.of(UnitFormat.format(node.memory()));
            case NAMES -> List.of();
        };
        add(Kind.NODE, "cluster.nodes[" + index + "]", box, node.name(), lines,
                Messages.bind(Messages.Picture_node, new Object[] {node.name(), node.address(), strength}));
        wires.add(new Wire(box.centreX(), box.y() - LEVEL, box.centreX(), box.y(), false));
        wires.add(new Wire(box.centreX(), box.bottom(), box.centreX(), box.bottom() + LEVEL, true));
    }

    /** @return where the LUN begins */
    private int portals(int bus) {
        List<String> portals = scenario.lun().portals();
        int top = bus + LEVEL;
        if (portals.isEmpty()) {
            wires.add(new Wire(SIDE + PORTAL_WIDTH / 2, bus, SIDE + PORTAL_WIDTH / 2, top, true));
            return top;
        }
        int each = Math.min(PORTAL_WIDTH, (width - 2 * SIDE + GAP) / portals.size() - GAP);
        for (int i = 0; i < portals.size(); i++) {
            Box box = new Box(SIDE + i * (each + GAP), top, each, PORTAL_HEIGHT);
            add(Kind.PORTAL, "lun.portals[" + i + "]", box, portals.get(i), List.of(),
                    Messages.bind(Messages.Picture_portal, portals.get(i)));
            wires.add(new Wire(box.centreX(), bus, box.centreX(), box.bottom() + LEVEL, true));
        }
        int last = SIDE + (portals.size() - 1) * (each + GAP) + each / 2;
        wires.add(new Wire(SIDE, bus, last, bus, true));
        return top + PORTAL_HEIGHT + LEVEL;
    }

    /** @return where it ends */
    private int lun(int top) {
        Lun lun = scenario.lun();
        List<FileSystemSpec> systems = scenario.fileSystems();
        int inside = width - 2 * SIDE;
        int most = Math.max(1, inside / (CHIP_WIDTH + GAP));
        int rows = (systems.size() + most - 1) / most;
        int height = LUN_HEAD + rows * (CHIP_HEIGHT + GAP);
        String wwid = lun.wwid().isEmpty() ? Messages.Picture_no_wwid : Messages.bind(Messages.Picture_wwid, lun.wwid());
        String title = Messages.bind(Messages.Picture_lun, lun.name(), UnitFormat.format(lun.size()));
        String device = lun.device().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String paths = Messages.bind(lun.multipath() ? Messages.Picture_multipath : Messages.Picture_link, device, UnitFormat.format(lun.link()));
        add(Kind.LUN, "lun", new Box(SIDE, top, inside, height), title, List.of(wwid, paths), title + "\n" + wwid + "\n" + paths);
        for (int i = 0; i < systems.size(); i++) {
            Box box = new Box(SIDE + GAP + i % most * (CHIP_WIDTH + GAP), top + LUN_HEAD + i / most * (CHIP_HEIGHT + GAP), CHIP_WIDTH, CHIP_HEIGHT);
            String figures = figures(systems.get(i));
            add(Kind.FILE_SYSTEM, "fileSystems[" + i + "]", box, systems.get(i).label(), List.of(figures), systems.get(i).label() + ": " + figures);
        }
        return top + height;
    }

    private static String figures(FileSystemSpec system) {
        if (system instanceof Ocfs2Spec ocfs2) {
            return Messages.bind(Messages.Picture_ocfs2, ocfs2.slots(), UnitFormat.format(ocfs2.clusterSize()));
        }
        return system instanceof Gfs2Spec gfs2 ? Messages.bind(Messages.Picture_gfs2, gfs2.journals(), UnitFormat.format(gfs2.journal()))
                : Messages.Picture_local;
    }
}
