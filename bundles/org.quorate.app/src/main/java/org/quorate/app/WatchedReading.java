// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;

/** Opens what other tools wrote, for readers of it that somebody watches. Pure functions. */
final class WatchedReading {

    private static final int MEBIBYTE = 1 << 20;

    private WatchedReading() {
    }

    /** Reads a source. */
    interface Reader<T> {
        T read(IntakeSource source) throws IOException;
    }

    /**
     * Reads a file once, a pipe too.
     *
     * @throws IntakeException if it is a directory, or as the reader does
     * @throws IOException     if it cannot be read
     */
    static <T> T of(Path file, String message, Progress progress, Reader<T> reader) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IntakeException(file + ": is a directory");
        }
        // Files of /proc and debugfs say that they are empty.
        OptionalLong size = Files.isRegularFile(file) && Files.size(file) > 0 ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
        try (InputStream in = Files.newInputStream(file)) {
            return reader.read(source(in, size, message, progress));
        }
    }

    /** A stream of so many bytes, if that is known, with its progress in MiB. */
    static IntakeSource source(InputStream in, OptionalLong size, String message, Progress progress) {
        int total = (int) Math.max(1, Math.min(size.orElse(IntakeSource.MOST_BYTES), IntakeSource.MOST_BYTES) / MEBIBYTE);
        return new IntakeSource(in, size, read -> progress.report((int) Math.min(total, read / MEBIBYTE), total, message), progress::isCancelled);
    }
}
