// SPDX-License-Identifier: EPL-2.0
package org.quorate.report.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quorate.report.chart.Axis;
import org.quorate.report.chart.Scale;
import org.quorate.report.chart.Ticks;
import org.quorate.report.document.Block;
import org.quorate.report.document.Cell;
import org.quorate.report.document.Code;
import org.quorate.report.document.Heading;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.Language;
import org.quorate.report.document.Paragraph;
import org.quorate.report.document.Table;
import org.quorate.report.document.Table.Align;
import org.quorate.report.document.Table.CellRow;
import org.quorate.report.document.Table.Column;
import org.quorate.report.document.Table.GroupRow;
import org.quorate.report.text.Notation;
import org.quorate.report.text.Quantity;
import org.quorate.report.text.Unit;
import org.quorate.study.result.Interval;

class TranslatorTest {

    private static final Translator GERMAN = Translator.of(Language.GERMAN).naming(Set.of("network", "work and read", "ocfs2", "gfs2"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Verdict | Urteil",
        "1,234.5 ms | 1.234,5 ms",
        "408 ms ± 496 ms | 408 ms ± 496 ms",
        "12.5 I/O/op | 12,5 E/A/Op.",
        "192.168.1.10 | 192.168.1.10",
        "iqn.2024-01.net.example:web | iqn.2024-01.net.example:web",
        "6.8 (measured) | 6.8 (gemessen)",
        "Kernel profile 5.15 is interpolated | Kernel-Profil 5.15 ist interpoliert",
        "gfs2 misses p95 read ≤ 1.5 ms: saturated in phase work and read. | gfs2 verfehlt p95 read ≤ 1,5 ms: gesättigt in Phase work and read.",
        "Only ocfs2 can carry the load. gfs2 is the only candidate. | Nur ocfs2 kann die Last tragen. gfs2 ist der einzige Kandidat.",
        "tie: ocfs2 and gfs2 | Gleichstand: ocfs2 und gfs2",
        "default (0.1 ms); source: kernel reference 3.7 | Vorgabe (0.1 ms); Quelle: Kernel-Referenz 3.7"})
    void aTextBecomesGerman(String english, String german) {
        assertEquals(german, GERMAN.text(english));
    }

    @Test
    void whatIsNotKnownStaysAndIsTold() {
        List<String> missed = new ArrayList<>();
        assertEquals("Nobody knows this sentence.", GERMAN.telling(missed::add).text("Nobody knows this sentence."));
        assertEquals(List.of("Nobody knows this sentence."), missed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Sizes of kernel objects | 6.8, measured | 6.8, gemessen",
        "Seed | varied | verändert",
        "Seed | 12345 | 12345",
        "Seed | 7, first replication | 7, erste Wiederholung",
        "Field | workload.phases[traffic].closed.threads, from 1 to 128 | workload.phases[traffic].closed.threads, von 1 bis 128",
        "Field | nodes, from 2 to 32 | nodes, von 2 bis 32",
        "Field | lun.link, from 1 Gbit/s to 10 Gbit/s | lun.link, von 1 Gbit/s bis 10 Gbit/s",
        "Kernel profile | 6.8 | 6.8"})
    void valuesBesideKeysBecomeGermanWhereTheyAreWords(String key, String english, String german) {
        Translator strict = GERMAN.telling(text -> assertEquals("", text, "has no translation"));
        assertEquals(german, strict.keyValues(KeyValues.of(key, english)).entries().get(0).value());
    }

    @Test
    void wordsWhereOnlyValuesShouldStandAreTold() {
        List<String> missed = new ArrayList<>();
        GERMAN.telling(missed::add).keyValues(KeyValues.of("Kernel profile", "6.8, measured", "Scenario", "network", "Mount point", "/data"));
        assertEquals(List.of("6.8, measured"), missed);
    }

    @Test
    void theScenarioAsItIsIsNoInput() {
        Table table = new Table("Both ends of every input", List.of(new Column("Input", Align.TEXT)), List.of(
                new CellRow(List.of(new Cell.Text("as it is")), OptionalInt.empty()),
                new CellRow(List.of(new Cell.Text("lun.link")), OptionalInt.empty()), new CellRow(List.of(new Cell.Text("nodes")), OptionalInt.empty())), "");
        Table german = (Table) GERMAN.blocks(List.of(table)).get(0);
        assertEquals(List.of("wie es ist", "lun.link", "nodes"), german.rows().stream()
                .map(row -> ((CellRow) row).cells().get(0).plain()).toList());
    }

    @Test
    void englishStaysAsItIs() {
        List<Block> blocks = List.of(new Paragraph("Verdict"));
        assertSame(blocks, Translator.of(Language.ENGLISH).blocks(blocks));
    }

    /** A node called network, and a phase called work and read: names where names stand, words elsewhere. */
    @Test
    void namesThatAreWordsStayAsTheyAre() {
        Table table = new Table("Shares of the latency by part", List.of(new Column("Node", Align.TEXT), new Column("Operation", Align.TEXT)),
                List.of(new GroupRow("work and read"), new CellRow(List.of(new Cell.Text("network"), new Cell.Text("network")), OptionalInt.of(3))),
                "network: lock messages are on the wire.");
        Table german = (Table) GERMAN.blocks(List.of(table)).get(0);
        assertEquals(List.of(new GroupRow("work and read"),
                new CellRow(List.of(new Cell.Text("network"), new Cell.Text("Netz")), OptionalInt.of(3))), german.rows());
        assertEquals("Netz: Nachrichten über Sperren sind auf der Leitung.", german.note());
        assertEquals("Knoten", german.columns().get(0).title());
        assertEquals("Latenz von read in Phase work and read", GERMAN.text("Latency of read in phase work and read"));
    }

    @Test
    void idsLevelsAndCodeStay() {
        assertEquals(List.of(new Heading(3, "advice", "Empfehlungen"), new Code("Befehl", "quorate compare Verdict")),
                GERMAN.blocks(List.of(new Heading(3, "advice", "Advice"), new Code("Command", "quorate compare Verdict"))));
    }

    @Test
    void figuresOfTablesAndAxesHaveGermanMarks() {
        assertEquals("12,34 ± 0,05 s", Quantity.of(Unit.TIME, new Interval(12.34e9, 0.05e9)).in(Notation.GERMAN).text());
        assertEquals("28.771 Objekte", Quantity.of(Unit.OBJECTS, 28_771).in(Notation.GERMAN).text());
        assertEquals("18,5 Wartefälle", Quantity.of(Unit.WAITS, 18.5).in(Notation.GERMAN).text());
        assertEquals(List.of("0 %", "0,5 %", "1 %"), Ticks.of(new Axis("Share", Unit.SHARE, Scale.LINEAR, 0, 0.01, Notation.GERMAN), 3).stream()
                .map(tick -> tick.label()).toList());
        assertEquals("99,95 %", new Axis("Share", Unit.SHARE, Scale.NINES, 0, 0.9999, Notation.GERMAN).reading(0.9995).text());
    }

    @Test
    void severalTargetsAreAList() {
        KeyValues german = GERMAN.keyValues(KeyValues.of("Targets", "p95 session ≤ 50 ms, p95 read ≤ 10 ms and lock memory ≤ 64 MiB a node"));
        assertEquals(KeyValues.of("Ziele", "p95 session ≤ 50 ms, p95 read ≤ 10 ms und Sperrspeicher ≤ 64 MiB je Knoten"), german);
    }
}
