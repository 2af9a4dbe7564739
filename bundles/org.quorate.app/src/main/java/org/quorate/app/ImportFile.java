// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.quorate.intake.Imported;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.fio.FioJobReader;
import org.quorate.intake.fio.FioResultReader;
import org.quorate.intake.listing.ListingReader;
import org.quorate.intake.strace.StraceReader;

/** Reads what other tools wrote into parts of a scenario. Thread-safe. */
public final class ImportFile {

    private static final String READING = "reading";

    ImportFile() {
    }

    /**
     * Reads a file of up to 1 GiB once, a pipe too.
     *
     * @throws IntakeException                             if nothing can be taken from it, or it is too large; says why
     * @throws IOException                                 if it cannot be read
     * @throws java.util.concurrent.CancellationException  if cancelled
     */
    public ImportedFile read(ImportKind kind, Path file, ImportOptions options, Progress progress) throws IOException {
        return WatchedReading.of(file, READING, progress, source -> new ImportedFile(imported(kind, source, options)));
    }

    /**
     * Reads a stream to its end; the caller closes it.
     *
     * @param size its bytes, if that is known
     * @throws IntakeException                             if nothing can be taken from it, or it is too large; says why
     * @throws IOException                                 if it cannot be read
     * @throws java.util.concurrent.CancellationException  if cancelled
     */
    public ImportedFile read(ImportKind kind, InputStream in, OptionalLong size, ImportOptions options, Progress progress)
            throws IOException {
        return new ImportedFile(imported(kind, WatchedReading.source(in, size, READING, progress), options));
    }

    private static Imported imported(ImportKind kind, IntakeSource source, ImportOptions options) throws IOException {
        return switch (kind) {
            case FIND -> ListingReader.read(ListingReader.Form.FIND, source);
            case DU -> ListingReader.read(ListingReader.Form.DU, source);
            case DU_BYTES -> ListingReader.read(ListingReader.Form.DU_BYTES, source);
            case STRACE -> StraceReader.read(options.below(), options.nodes(), source);
            case FIO_JSON -> FioResultReader.read(source);
            case FIO -> FioJobReader.read(options.nodes(), source);
        };
    }
}
