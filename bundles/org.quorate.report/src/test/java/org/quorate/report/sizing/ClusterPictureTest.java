// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.model.Bytes;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.report.Cases;
import org.quorate.report.Scenarios;
import org.quorate.report.chart.ChartMap;
import org.quorate.report.chart.ClusterChart;
import org.quorate.report.chart.ClusterChart.Box;
import org.quorate.report.chart.Palette;
import org.quorate.report.draw.ChartPainter;
import org.quorate.report.sheet.ChartSheet;

class ClusterPictureTest {

    private static final ChartPainter PAINTER = new ChartPainter();

    private static Scenario withNodes(Scenario sample, List<Node> nodes, Optional<String> arbiter) {
        Cluster cluster = sample.cluster();
        return new Scenario(sample.schemaVersion(), sample.name(), sample.title(), new Cluster(cluster.name(), cluster.os(), cluster.kernel(), nodes,
                cluster.interconnect(), cluster.hardware(), cluster.token(), cluster.fencing(), arbiter, cluster.waitForFencing()), sample.lun(),
                sample.mountPoint(), sample.fileSystems(), sample.workload(), sample.initialState(), sample.targets(), sample.application(),
                sample.study());
    }

    private static List<Node> nodes(int count, int largeFrom) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Bytes memory = new Bytes((i >= largeFrom ? 64L : 16L) << 30);
            nodes.add(new Node("node" + i, "10.0.0." + i, i, 4, memory, memory));
        }
        return nodes;
    }

    private static ClusterChart chart(int count, int largeFrom) throws IOException {
        return new ClusterPicture(withNodes(Scenarios.sample("web-sessions"), nodes(count, largeFrom), Optional.of("arbiter.example"))).chart();
    }

    @Test
    void saysWhatTheScenarioSays() throws IOException {
        ClusterChart chart = new ClusterPicture(Scenarios.sample("web-sessions")).chart();
        assertEquals(List.of("node1", "node2", "node3"), chart.nodes().stream().map(Box::name).toList());
        assertEquals(List.of("4 cores", "16 GiB"), chart.nodes().get(0).detail());
        assertEquals("100 µs round trip, 1 Gbit/s a node", chart.network().detail());
        assertEquals("1 Gbit/s, one path", chart.storage().detail());
        assertEquals(List.of(new Box("Fencing", List.of("ipmilan", "3 power switches"), 1)), chart.guards());
        assertEquals("100 GiB, hybrid-array", chart.disk().detail().get(0));
        assertTrue(chart.description().contains("node3 (4 cores, 16 GiB)") && chart.description().contains("the LUN webdata"));
    }

    private static Box fencing(Fencing.Agent agent, boolean devices) throws IOException {
        Scenario sample = Scenarios.sample("web-sessions");
        Cluster cluster = sample.cluster();
        Fencing usual = cluster.fencing().orElseThrow();
        Fencing fencing = new Fencing(agent, devices ? usual.devices() : List.of(), usual.delay(), usual.duration());
        return new ClusterPicture(new Scenario(sample.schemaVersion(), sample.name(), sample.title(), new Cluster(cluster.name(), cluster.os(),
                cluster.kernel(), cluster.nodes(), cluster.interconnect(), cluster.hardware(), cluster.token(), Optional.of(fencing),
                cluster.quorumDevice(), cluster.waitForFencing()), sample.lun(), sample.mountPoint(), sample.fileSystems(), sample.workload(),
                sample.initialState(), sample.targets(), sample.application(), sample.study())).chart().guards().get(0);
    }

    @Test
    void saysHowANodeIsFenced() throws IOException {
        assertEquals(List.of("sbd", "by each node's watchdog"), fencing(Fencing.Agent.SBD, false).detail());
        assertEquals(List.of("scsi", "through the LUN"), fencing(Fencing.Agent.SCSI, false).detail());
        assertEquals(List.of("mpath", "through the LUN"), fencing(Fencing.Agent.MPATH, false).detail());
        for (Fencing.Agent agent : List.of(Fencing.Agent.IPMILAN, Fencing.Agent.REDFISH, Fencing.Agent.VMWARE_REST, Fencing.Agent.XVM)) {
            assertEquals("no power switch is described", fencing(agent, false).detail().get(1));
            assertEquals("3 power switches", fencing(agent, true).detail().get(1));
        }
    }

    @Test
    void manyNodesStandInStacks() throws IOException {
        ClusterChart chart = chart(64, 65);
        assertEquals(8, chart.nodes().size());
        assertEquals(new Box("node57 … node64", List.of("8 × 4 cores", "8 × 16 GiB"), 8), chart.nodes().get(7));
        assertTrue(chart.description().contains("node64 (4 cores, 16 GiB)"), "the description names them all");
        assertEquals(List.of("2 nodes", "of different size"), chart(16, 2).nodes().get(0).detail());
        assertEquals(64, chart.nodes().stream().mapToInt(Box::count).sum());
        assertEquals(9, chart(9, 10).nodes().stream().mapToInt(Box::count).sum());
        assertEquals("node9", chart(9, 10).nodes().get(4).name(), "one alone is no stack");
    }

    @Test
    void isDrawnInEveryForm() throws IOException {
        for (int count : new int[] {1, 2, 8, 9, 64}) {
            ClusterChart chart = chart(count, 5);
            int height = PAINTER.heightFor(chart, 900);
            String svg = PAINTER.svg(chart, 900, height, Palette.DARK);
            assertTrue(svg.contains(">arbiter.example<") && svg.contains(">webdata<") && svg.contains(">Cluster network<"));
            assertFalse(svg.contains("NaN"));
            assertEquals(svg, PAINTER.svg(chart, 900, height, Palette.DARK));
            assertTrue(PAINTER.png(chart, 160, 300, 1, Palette.LIGHT).length > 500, "a small one too");
            ChartMap map = PAINTER.drawn(chart, 900, height, 1, Palette.LIGHT).map();
            assertEquals(chart.nodes().size() + 2 + 2 + 1, map.spots().size());
            assertTrue(map.spots().stream().allMatch(spot -> spot.y() + spot.height() <= height), "inside");
            assertEquals(chart.nodes().size() + 2 + 2 + 1, ChartSheet.of(chart).rows().size());
        }
    }

    @Test
    void hostileNamesAreCutAndEscaped() throws IOException {
        Scenario hostile = Scenarios.withNames(Scenarios.sample("web-sessions"), "web-sessions", Cases.HOSTILE);
        ClusterChart chart = new ClusterPicture(hostile).chart();
        String svg = PAINTER.svg(chart, 900, PAINTER.heightFor(chart, 900), Palette.LIGHT);
        assertFalse(svg.contains("<script") || svg.contains("\u202e") || svg.contains("\u001b"));
        assertTrue(svg.contains("…"));
    }
}
