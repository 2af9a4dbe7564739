// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quorate.report.document.KeyValues;
import org.quorate.report.document.ReportDocument;

class ReportsTest {

    private static final ReportDocument REPORT = new ReportDocument("T", "", KeyValues.of("nodes", "3"), List.of());

    @TempDir
    private Path directory;

    private static OutputForm form(String extension) {
        return new Reports(Clock.systemUTC()).forms(REPORT).stream().filter(form -> form.extension().equals(extension)).findFirst()
                .orElseThrow();
    }

    /** The dialog for files asks about the file that was typed only. */
    @Test
    void oneIsAskedAboutAllThatWouldBeReplaced() throws IOException {
        Path file = directory.resolve("r.csv");
        assertEquals(List.of(), form("csv").replaced(file, file));
        form("csv").writer().write(file);
        Path tables = directory.resolve("r-tables");
        assertEquals(List.of(tables), form("csv").replaced(file, file));
        assertEquals(List.of(file, tables), form("csv").replaced(file, directory.resolve("r")));
        assertEquals(List.of(), form("html").replaced(directory.resolve("r.html"), directory.resolve("r.html")));
    }

    @Test
    void aFolderWithAFileOfItsUsersIsRefused() throws IOException {
        Path file = directory.resolve("r.csv");
        form("csv").writer().write(file);
        Path own = Files.writeString(directory.resolve("r-tables").resolve("2026-budget.xlsx"), "mine");
        assertThrows(FileSystemException.class, () -> form("csv").writer().write(file));
        assertEquals("mine", Files.readString(own));
    }
}
