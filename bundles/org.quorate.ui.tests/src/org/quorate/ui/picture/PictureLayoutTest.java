// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.app.NewScenario;
import org.quorate.app.QuorateApp;
import org.quorate.model.Scenario;
import org.quorate.model.yaml.ScenarioReader;
import org.quorate.ui.picture.ClusterPicture.Direction;
import org.quorate.ui.picture.ClusterPicture.Wire;
import org.quorate.ui.picture.Shape.Box;
import org.quorate.ui.picture.Shape.Kind;

class PictureLayoutTest {

    private static Scenario scenario(int nodes, boolean multipath) {
        var compose = new QuorateApp(1).composeScenario();
        NewScenario like = compose.like("maildir");
        String text = compose.text(like.with(nodes, like.os(), like.network(), "8 TiB", like.device(), multipath));
        return ScenarioReader.read("p", text).document().orElseThrow().scenario();
    }

    private static ClusterPicture picture(int nodes, int width) {
        return PictureLayout.of(scenario(nodes, true), width, path -> Optional.empty());
    }

    private static List<Shape> of(ClusterPicture picture, Kind kind) {
        return picture.shapes().stream().filter(shape -> shape.kind() == kind).toList();
    }

    private static boolean apart(Box a, Box b) {
        return a.x() + a.width() <= b.x() || b.x() + b.width() <= a.x() || a.bottom() <= b.y() || b.bottom() <= a.y();
    }

    private static boolean inside(Box inner, Box outer) {
        return inner.x() >= outer.x() && inner.y() >= outer.y() && inner.x() + inner.width() <= outer.x() + outer.width()
                && inner.bottom() <= outer.bottom();
    }

    @ParameterizedTest
    @CsvSource({"1, 700", "2, 320", "3, 700", "9, 700", "10, 700", "32, 700", "32, 320", "64, 900", "64, 500"})
    void nothingOverlapsAndAllIsWithinTheWidth(int nodes, int width) {
        ClusterPicture picture = picture(nodes, width);
        assertEquals(nodes, of(picture, Kind.NODE).size());
        Box all = new Box(0, 0, width, picture.height());
        List<Shape> shapes = new ArrayList<>(picture.shapes());
        Box lun = of(picture, Kind.LUN).get(0).bounds();
        for (Shape shape : shapes) {
            assertTrue(inside(shape.bounds(), all), shape.toString());
            assertTrue(shape.kind() != Kind.FILE_SYSTEM || inside(shape.bounds(), lun), shape.toString());
            for (Shape other : shapes) {
                boolean nested = shape.kind() == Kind.FILE_SYSTEM ^ other.kind() == Kind.FILE_SYSTEM && (shape.kind() == Kind.LUN || other.kind() == Kind.LUN);
                assertTrue(shape == other || nested || apart(shape.bounds(), other.bounds()), shape + " " + other);
            }
        }
    }

    /** A wire that went through a node would seem to connect it with what lies behind. */
    @ParameterizedTest
    @CsvSource({"1, 700", "3, 700", "32, 700", "64, 900"})
    void noWireRunsThroughANode(int nodes, int width) {
        ClusterPicture picture = picture(nodes, width);
        for (Wire wire : picture.wires()) {
            for (Shape node : of(picture, Kind.NODE)) {
                Box box = node.bounds();
                boolean through = Math.max(wire.x1(), wire.x2()) > box.x() && Math.min(wire.x1(), wire.x2()) < box.x() + box.width()
                        && Math.max(wire.y1(), wire.y2()) > box.y() && Math.min(wire.y1(), wire.y2()) < box.bottom();
                assertFalse(through, wire + " " + node);
            }
        }
    }

    /** From every node along wires that touch each other to the network and to the LUN. */
    @ParameterizedTest
    @CsvSource({"1, 700", "3, 700", "32, 700", "64, 700"})
    void everyNodeIsJoinedToTheNetworkAndToTheLun(int nodes, int width) {
        ClusterPicture picture = picture(nodes, width);
        for (Shape node : of(picture, Kind.NODE)) {
            assertTrue(reaches(picture, node.bounds(), false, of(picture, Kind.NETWORK).get(0).bounds()), node.toString());
            assertTrue(reaches(picture, node.bounds(), true, of(picture, Kind.LUN).get(0).bounds()), node.toString());
        }
    }

    private static boolean reaches(ClusterPicture picture, Box from, boolean storage, Box to) {
        List<Wire> left = new ArrayList<>(picture.wires().stream().filter(wire -> wire.storage() == storage).toList());
        List<Box> reached = new ArrayList<>(List.of(from));
        boolean more = true;
        while (more) {
            List<Wire> next = left.stream().filter(wire -> reached.stream().anyMatch(box -> touches(box, box(wire)))).toList();
            next.forEach(wire -> reached.add(box(wire)));
            left.removeAll(next);
            more = !next.isEmpty();
        }
        return reached.stream().anyMatch(box -> touches(box, to));
    }

    private static Box box(Wire wire) {
        return new Box(Math.min(wire.x1(), wire.x2()), Math.min(wire.y1(), wire.y2()), Math.abs(wire.x2() - wire.x1()),
                Math.abs(wire.y2() - wire.y1()));
    }

    private static boolean touches(Box a, Box b) {
        return a.x() <= b.x() + b.width() && b.x() <= a.x() + a.width() && a.y() <= b.bottom() && b.y() <= a.bottom();
    }

    @Test
    void boxesSayWhatPeopleAskFor() {
        ClusterPicture picture = picture(2, 700);
        Shape node = of(picture, Kind.NODE).get(1);
        assertEquals("node2", node.title());
        assertEquals("10.0.0.12", node.lines().get(0));
        assertTrue(node.description().matches("node2\n10\\.0\\.0\\.12\n\\d+ cores, .* GiB"), node.description());
        assertEquals(List.of("10.1.0.5:3260", "10.2.0.5:3260"), of(picture, Kind.PORTAL).stream().map(Shape::title).toList());
        assertEquals("LUN data, 8 TiB", of(picture, Kind.LUN).get(0).title());
        assertEquals(List.of("ocfs2", "gfs2", "ext4-local"), of(picture, Kind.FILE_SYSTEM).stream().map(Shape::title).toList());
        assertEquals(List.of("sbd"), of(picture, Kind.FENCING).get(0).lines());
    }

    @Test
    void arrowKeysGoToTheNeighbourOrStay() {
        ClusterPicture picture = picture(32, 700);
        Optional<Shape> first = picture.next(Optional.empty(), Direction.DOWN);
        assertEquals(Kind.NETWORK, first.orElseThrow().kind());
        Optional<Shape> node = picture.next(first, Direction.DOWN);
        assertEquals(Kind.NODE, node.orElseThrow().kind());
        Optional<Shape> right = picture.next(node, Direction.RIGHT);
        assertEquals(node.get().bounds().y(), right.orElseThrow().bounds().y());
        assertEquals(node, picture.next(right, Direction.LEFT));
        Optional<Shape> last = picture.next(node, Direction.LAST);
        assertEquals(Kind.FILE_SYSTEM, last.orElseThrow().kind());
        assertEquals(last, picture.next(last, Direction.DOWN), "there is nothing below");
    }

    @Test
    void everyShapeIsReachedByArrowKeys() {
        ClusterPicture picture = picture(32, 700);
        List<Shape> reached = new ArrayList<>(List.of(picture.shapes().get(0)));
        for (int i = 0; i < reached.size(); i++) {
            for (Direction direction : Direction.values()) {
                picture.next(Optional.of(reached.get(i)), direction).filter(shape -> !reached.contains(shape)).ifPresent(reached::add);
            }
        }
        assertEquals(picture.shapes().size(), reached.size());
    }

    @Test
    void aClickFindsTheInnermostShape() {
        ClusterPicture picture = picture(3, 700);
        Shape system = of(picture, Kind.FILE_SYSTEM).get(0);
        assertEquals(Optional.of(system), picture.at(system.bounds().centreX(), system.bounds().centreY()));
        Shape lun = of(picture, Kind.LUN).get(0);
        assertEquals(Optional.of(lun), picture.at(lun.bounds().x() + 2, lun.bounds().y() + 2));
        assertEquals(Optional.empty(), picture.at(1, 1));
    }
}
