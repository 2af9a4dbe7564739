// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.diagnostics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.quorate.app.AtomicFile;

/** Writes diagnostics as a zip archive. Thread-safe. */
public final class DiagnosticsArchive {

    private final Clock clock;

    public DiagnosticsArchive(Clock clock) {
        this.clock = clock;
    }

    /**
     * Replaces the file in one step.
     *
     * @throws IOException if it cannot be written; an old file is still there then
     */
    public void write(Path file, List<Diagnostic> diagnostics) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Diagnostic diagnostic : diagnostics) {
                ZipEntry entry = new ZipEntry(diagnostic.name());
                entry.setTime(clock.millis());
                zip.putNextEntry(entry);
                zip.write(diagnostic.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        new AtomicFile().write(file, bytes.toByteArray(), true);
    }
}
