// SPDX-License-Identifier: EPL-2.0
package org.quorate.advice.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.quorate.advice.fleet.FleetReport;
import org.quorate.model.inventory.ClockFacts;
import org.quorate.model.inventory.MountFacts;
import org.quorate.model.inventory.NicFacts;
import org.quorate.model.inventory.NodeInventory;
import org.quorate.model.inventory.SystemFacts;

class FleetCsvTest {

    @Test
    void whatANodeSaysIsNoFormulaAndFiguresStayFigures() {
        NodeInventory node = new NodeInventory("web1", new SystemFacts("=cmd|' /C calc'!A0", "x", "1", "@os", "+6.1", "-m", "id", true),
                new ClockFacts(OptionalDouble.of(-0.25), 0.01, "chrony", true), 4, "", 1L << 30, List.of(),
                List.of(new NicFacts("=nic", "m", true, 1500, OptionalInt.empty(), List.of("10.0.0.1/8"))), Optional.empty(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(new MountFacts("-source", "=place", "+type", "rw")), List.of(), List.of("@remark"));
        String csv = new FleetCsv().write(new FleetReport(FleetReport.FORMAT, "", List.of(node), List.of(new FleetReport.Missing("web2", "=why")), List.of()));
        for (String row : List.of("web1,system,,hostName,'=cmd|' /C calc'!A0", "web1,system,,os,'@os", "web1,system,,kernel,'+6.1",
                "web1,system,,processors,4", "web1,clock,,offsetSeconds,-0.25", "web1,nic,'=nic,addresses,10.0.0.1/8",
                "web1,mount,'=place,'+type,'-source", "web1,remark,,,'@remark", "web2,missing,,why,'=why")) {
            assertTrue(csv.contains("\n" + row + "\n"), row + " is not in\n" + csv);
        }
    }
}
