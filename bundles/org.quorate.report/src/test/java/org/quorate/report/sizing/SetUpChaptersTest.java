// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quorate.provision.plan.Checksums;
import org.quorate.provision.plan.GeneratedFile;
import org.quorate.provision.plan.ProvisioningPlan;
import org.quorate.provision.plan.Refused;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Notice;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.sizing.SizingResults.Scripts;

/** Bill of settings and order of work. */
class SetUpChaptersTest {

    private static Table table(List<Block> blocks, String title) {
        return blocks.stream().filter(block -> block instanceof Table table && table.title().equals(title)).map(Table.class::cast).findFirst()
                .orElseThrow();
    }

    private static List<String> row(Table table, String first) {
        return table.rows().stream().map(row -> ((CellRow) row).cells().stream().map(Cell::plain).toList()).filter(cells -> cells.get(0).equals(first))
                .findFirst().orElseThrow();
    }

    @Test
    void everySettingHasItsValueAndWhetherItIsTheDefault() throws IOException {
        List<Block> blocks = new SettingsChapter(Evidence.of(Sizings.webSessions())).blocks();
        Table ocfs2 = table(blocks, "File system ocfs2");
        assertEquals("31", row(ocfs2, "heartbeatThreshold").get(1));
        assertTrue(row(ocfs2, "heartbeatThreshold").get(3).startsWith("default (31)"));
        assertTrue(row(ocfs2, "slots").get(3).startsWith("given instead of the default"));
        assertTrue(row(table(blocks, "Cluster"), "interconnect.roundTrip").get(3).startsWith("given instead of the default"));
        assertTrue(row(table(blocks, "Cluster"), "token").get(3).startsWith("default"));
        assertEquals("given: it has no default", row(table(blocks, "LUN"), "size").get(3));
    }

    @Test
    void settingsOfScriptsNameTheStepsThatUseThem() throws IOException {
        SizingResults results = Sizings.webSessions();
        ProvisioningPlan plan = (ProvisioningPlan) results.scripts().get(1).result();
        List<String> mkfs = row(table(new SettingsChapter(Evidence.of(results)).blocks(), "Settings of the scripts for gfs2"), "LOCK_TABLE");
        assertEquals(plan.text("LOCK_TABLE"), mkfs.get(1));
        assertTrue(mkfs.get(2).endsWith(" format-gfs2"), mkfs.get(2));
        int number = Integer.parseInt(mkfs.get(2).split(" ")[0]);
        assertEquals("format-gfs2", plan.steps().get(number - 1).id());
    }

    @Test
    void theOrderOfWorkHasEveryStepAndTheChecksumsOfTheExport() throws IOException {
        SizingResults results = Sizings.webSessions();
        ProvisioningPlan plan = (ProvisioningPlan) results.scripts().get(1).result();
        List<Block> blocks = new ScriptsChapter(results.scripts().subList(1, 2)).blocks();
        Table steps = table(blocks, "Steps, in order");
        assertEquals(plan.steps().size(), steps.rows().size());
        assertEquals(1, steps.rows().stream().filter(row -> ((CellRow) row).cells().get(2).plain().contains("the point of no return")).count());
        GeneratedFile sums = plan.files().stream().filter(file -> file.path().equals(Checksums.FILE)).findFirst().orElseThrow();
        assertTrue(blocks.contains(new Code(Checksums.FILE, sums.content().stripTrailing())));
        assertTrue(blocks.stream().anyMatch(block -> block instanceof Paragraph text && text.text().contains(Checksums.sha256(sums.content()))));
        assertFalse(blocks.toString().contains("`"), "no Markdown");
    }

    @Test
    void whatIsRefusedSaysWhyAndWhatWouldBeSupported() {
        Refused refused = new Refused(List.of("There is no fencing.", "The kernel is too old."), Optional.of("With fencing it is."), List.of("a book"));
        List<Block> blocks = new ScriptsChapter(List.of(new Scripts("gfs2", refused))).blocks();
        assertTrue(blocks.contains(new Notice(Notice.Kind.WARNING, "No scripts are written for gfs2", "There is no fencing. The kernel is too old.")));
        assertTrue(blocks.contains(new Paragraph("With fencing it is.")));
        assertFalse(blocks.stream().anyMatch(Table.class::isInstance));
    }
}
