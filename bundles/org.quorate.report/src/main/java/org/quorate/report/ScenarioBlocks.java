// SPDX-License-Identifier: EPL-2.0
package org.quorate.report;

import java.util.ArrayList;
import java.util.List;
import org.quorate.model.Cluster;
import org.quorate.model.Fencing;
import org.quorate.model.Lun;
import org.quorate.model.Node;
import org.quorate.model.Scenario;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.KeyValues.Entry;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.Row;
import org.quorate.report.text.Unit;

/**
 * The cluster and the LUN as they were described.
 *
 * @param scenario whose
 */
public record ScenarioBlocks(Scenario scenario) {

    /** With their headings, in reading order. */
    public List<Block> blocks() {
        return List.of(new Heading(2, "scenario", "The scenario as described"), new Heading(3, "cluster", "Cluster"),
                cluster(), nodes(), new Heading(3, "lun", "LUN"), lun());
    }

    /** The cluster as a whole, and its network. */
    public KeyValues cluster() {
        Cluster cluster = scenario.cluster();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("Name", cluster.name()));
        entries.add(new Entry("Operating system", cluster.os().id()));
        entries.add(new Entry("Kernel profile", cluster.kernel()));
        entries.add(new Entry("Mount point", scenario.mountPoint()));
        entries.add(new Entry("Network round trip", Settings.of(cluster.interconnect().roundTrip())
                + " on average, variation " + Settings.percent(cluster.interconnect().variation())));
        entries.add(new Entry("Network bandwidth", Settings.of(cluster.interconnect().bandwidth()) + " a node"));
        entries.add(new Entry("Token timeout", Settings.of(cluster.token())));
        entries.add(new Entry("Fencing", cluster.fencing().map(ScenarioBlocks::fencing).orElse("none is described")));
        entries.add(new Entry("Quorum device", cluster.quorumDevice().orElse("none")));
        scenario.application().ifPresent(application -> entries.add(new Entry("Application", "files of "
                + application.owner() + ":" + application.group()
                + application.phpSessionPath().map(path -> ", PHP sessions in " + path).orElse(""))));
        return new KeyValues(entries);
    }

    private static String fencing(Fencing fencing) {
        String devices = fencing.devices().isEmpty() ? "" : ": " + Words.and(fencing.devices().stream()
                .map(device -> device.node() + " by " + device.address()).toList());
        return Words.of(fencing.agent()) + devices;
    }

    /** Its nodes. */
    public Table nodes() {
        List<Row> rows = new ArrayList<>();
        for (Node node : scenario.cluster().nodes()) {
            rows.add(new CellRow(List.of(new Cell.Text(node.name()), new Cell.Text(Integer.toString(node.number())),
                    new Cell.Text(node.address()), FigureRows.amount(Unit.CORES, node.cores()),
                    FigureRows.amount(Unit.BYTES, node.memory().value()),
                    FigureRows.amount(Unit.BYTES, node.pageCache().value()))));
        }
        return new Table("Nodes", List.of(new Column("Name", Align.TEXT), new Column("Node number", Align.TEXT),
                new Column("Address", Align.TEXT), new Column("Processors", Align.NUMBER),
                new Column("Memory", Align.NUMBER), new Column("Page cache", Align.NUMBER)), rows, "");
    }

    /** The LUN. */
    public KeyValues lun() {
        Lun lun = scenario.lun();
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("Name", lun.name()));
        entries.add(new Entry("Size", Settings.of(lun.size())));
        entries.add(new Entry("WWID", known(lun.wwid())));
        entries.add(new Entry("iSCSI target", known(lun.iqn())));
        entries.add(new Entry("Portals", known(String.join(", ", lun.portals()))
                + (lun.multipath() ? ", multipath" : ", one path")));
        entries.add(new Entry("CHAP", lun.chap().map(chap -> "user " + chap.user() + ", secret "
                + Settings.of(chap.secret())).orElse("none")));
        entries.add(new Entry("Device class", Words.of(lun.device())));
        entries.add(new Entry("Random read of 4 KiB", Settings.of(lun.service().read())));
        entries.add(new Entry("Write of 4 KiB into the cache", Settings.of(lun.service().write())));
        entries.add(new Entry("Cache flush", Settings.of(lun.service().flush())));
        entries.add(new Entry("Streaming rate", Settings.of(lun.service().bandwidth())));
        entries.add(new Entry("Storage link", Settings.of(lun.link())));
        entries.add(new Entry("Queue depth", lun.queueDepth() + " requests at the same time"));
        return new KeyValues(entries);
    }

    /** Only an export needs it. */
    private static String known(String value) {
        return value.isEmpty() ? "not known yet" : value;
    }
}
