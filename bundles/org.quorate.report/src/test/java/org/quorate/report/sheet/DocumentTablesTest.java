// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quorate.report.Documents;
import org.quorate.report.document.Block;
import org.quorate.report.document.Brand;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Language;
import org.quorate.report.document.ReportDocument;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Interval;

class DocumentTablesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    static Set<String> names() throws IOException {
        return Documents.all().keySet();
    }

    private static ReportDocument small() {
        Table table = new Table("Größe & Zeit", List.of(new Column("", Align.TEXT), new Column("GFS2", Align.NUMBER)), List.of(new GroupRow("traffic"),
                new CellRow(List.of(new Cell.Text("=read"), new Cell.Amount(Quantity.of(Unit.TIME, new Interval(1234567.8, 12345.6)), "low"))),
                new CellRow(List.of(new Cell.Text("write"), new Cell.Missing("saturated")))), "A note.");
        return new ReportDocument("T", "", "Ada", KeyValues.of("Customer", "C"), List.of(new Heading(2, "a", "Results"), table,
                new Heading(3, "b", "Settings"), KeyValues.of("nodes", "3")), Language.GERMAN, Brand.NONE);
    }

    @Test
    void aListAndAFileForEachTable() {
        assertEquals("""
                kind,name,value or file,chapter,section,rows,note
                about,title,T,,,,
                about,author,Ada,,,,
                about,language,de,,,,
                about,date,2026-11-28,,,,
                about,Customer,C,,,,
                table,Größe & Zeit,r-tables/01-grosse-zeit.csv,Results,,2,A note.
                table,Settings,r-tables/02-settings.csv,Results,Settings,1,
                """, DocumentCsv.list(small(), DAY, "r-tables"));
        Map<String, String> tables = DocumentCsv.tables(small());
        assertEquals(List.of("01-grosse-zeit.csv", "02-settings.csv"), List.copyOf(tables.keySet()));
        assertEquals("group,,GFS2 [ns],GFS2 half width [ns],GFS2 remark\ntraffic,'=read,1234567.8,12345.6,low\ntraffic,write,,,saturated\n",
                tables.get("01-grosse-zeit.csv"));
        assertEquals("name,value\nnodes,3\n", tables.get("02-settings.csv"));
    }

    @Test
    void figuresAreReadAndCounted() throws IOException {
        JsonNode json = new ObjectMapper().readTree(DocumentJson.text(small(), DAY));
        assertEquals("quorate-report/1", json.get("format").asText());
        assertEquals("de", json.get("language").asText());
        assertEquals("2026-11-28", json.get("date").asText());
        JsonNode row = json.at("/tables/0/rows/0");
        assertEquals("traffic", row.get("group").asText());
        assertEquals("=read", row.at("/cells/0/text").asText());
        assertTrue(row.at("/cells/0/value").isNull());
        assertEquals("1.235 ± 0.012 ms (low)", row.at("/cells/1/text").asText());
        assertEquals(1234567.8, row.at("/cells/1/value").asDouble(), 0);
        assertEquals(12345.6, row.at("/cells/1/halfWidth").asDouble(), 0);
        assertEquals("ns", row.at("/cells/1/unit").asText());
        assertEquals("saturated", json.at("/tables/0/rows/1/cells/1/text").asText());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTableIsThereInOrder(String name) throws IOException {
        ReportDocument document = Documents.all().get(name);
        List<Integer> rows = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Table table) {
                rows.add((int) table.rows().stream().filter(CellRow.class::isInstance).count());
            } else if (block instanceof KeyValues settings) {
                rows.add(settings.entries().size());
            }
        }
        List<Integer> json = new ArrayList<>();
        new ObjectMapper().readTree(DocumentJson.text(document, DAY)).get("tables").forEach(table -> json.add(table.get("rows").size()));
        assertEquals(rows, json);
        Map<String, String> files = DocumentCsv.tables(document);
        assertEquals(rows.size(), files.size());
        files.keySet().forEach(file -> assertTrue(file.matches("[0-9]{2,}(-[a-z0-9]+)*\\.csv"), file));
        assertEquals(DocumentJson.text(document, DAY), DocumentJson.text(Documents.all().get(name), DAY));
    }
}
