// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void aRowIsReadByTheNamesOfItsColumns() {
        CsvTable.Row row = CsvTable.parse("t.csv", "run,n,x\na,12,-0.5\n").rows().get(0);
        assertEquals("a", row.text("run"));
        assertEquals(12, row.whole("n"));
        assertEquals(-0.5, row.number("x"));
    }

    @Test
    void emptyCellsCount() {
        assertEquals("", CsvTable.parse("t.csv", "a,b,c\n1,,\n").rows().get(0).text("c"));
    }

    @Test
    void aRowOfAnotherLengthIsRefusedWithItsPlace() {
        IllegalArgumentException wrong = assertThrows(IllegalArgumentException.class, () -> CsvTable.parse("t.csv", "a,b\n1,2\n3\n"));
        assertTrue(wrong.getMessage().startsWith("t.csv:3: "), wrong.getMessage());
    }

    @Test
    void aQuotedCellIsRefusedAndNotMisread() {
        assertThrows(IllegalArgumentException.class, () -> CsvTable.parse("t.csv", "a\n\"1\"\n"));
    }

    @Test
    void aMissingColumnAndAWordForANumberAreNamed() {
        CsvTable.Row row = CsvTable.parse("t.csv", "a\nword\n").rows().get(0);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> row.text("b")).getMessage().contains("no column b"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> row.number("a")).getMessage().contains("word"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> row.whole("a")).getMessage().contains("word"));
    }

    @Test
    void anEmptyTextIsNoTable() {
        assertThrows(IllegalArgumentException.class, () -> CsvTable.parse("t.csv", ""));
    }
}
