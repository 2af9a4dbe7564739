// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * The lines of a file, one after the other, without holding more than one. A line is a Java text of one character a byte
 * (ISO 8859-1), because names of files are bytes of any kind. Lines end with a line feed, or, if the first bytes of the file hold a
 * NUL, with NUL, as {@code find -print0} and {@code du -0} write them. Used by one thread.
 */
public final class Lines {

    /** Longest line: sixteen times the longest path of Linux (include/uapi/linux/limits.h:PATH_MAX, 4096). */
    private static final int MOST_LINE = 1 << 16;
    private static final int BUFFER = 1 << 16;
    private static final long TOLD_EACH = 1 << 20;

    private final IntakeSource source;
    private final Rejects rejects;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[256];
    private int filled;
    private int at;
    private byte end = '\n';
    private long read;
    private long told;
    private long number;

    /**
     * @param rejects gets lines that are too long
     * @throws IntakeException if the file is known to be too large
     */
    public Lines(IntakeSource source, Rejects rejects) throws IOException {
        this.source = source;
        this.rejects = rejects;
        if (source.size().isPresent()) {
            checkSize(source.size().getAsLong());
        }
        // A pipe gives what it has, which may not reach as far as the first NUL.
        int first = source.in().readNBytes(buffer, 0, BUFFER);
        filled(first == 0 ? -1 : first);
        for (int i = 0; i < filled; i++) {
            if (buffer[i] == 0) {
                end = 0;
            }
        }
    }

    private static void checkSize(long bytes) throws IntakeException {
        if (bytes > IntakeSource.MOST_BYTES) {
            throw new IntakeException("larger than " + (IntakeSource.MOST_BYTES >> 20)
                    + " MiB, the most that is read; give a part of it, for example the first million lines");
        }
    }

    /** Number of the line that was returned last, from 1. */
    public long number() {
        return number;
    }

    /** Bytes read so far. */
    public long bytes() {
        return read;
    }

    /**
     * The next line without its end, or null after the last.
     *
     * @throws IntakeException       if the file is too large
     * @throws CancellationException if cancelled
     */
    public String next() throws IOException {
        while (filled >= 0) {
            int length = 0;
            boolean ended = false;
            boolean any = false;
            while (!ended && (at < filled || fill())) {
                any = true;
                byte next = buffer[at++];
                ended = next == end;
                if (!ended && length <= MOST_LINE) {
                    if (length == line.length) {
                        line = Arrays.copyOf(line, 2 * length);
                    }
                    line[length++] = next;
                }
            }
            if (!any) {
                return null;
            }
            number++;
            if (length <= MOST_LINE) {
                boolean carriageReturn = end == '\n' && length > 0 && line[length - 1] == '\r';
                return new String(line, 0, carriageReturn ? length - 1 : length, StandardCharsets.ISO_8859_1);
            }
            rejects.add(number, new String(line, 0, 512, StandardCharsets.ISO_8859_1), "longer than " + (MOST_LINE >> 10) + " KiB");
        }
        return null;
    }

    private boolean fill() throws IOException {
        if (source.cancelled().getAsBoolean()) {
            throw new CancellationException();
        }
        filled(source.in().read(buffer));
        return filled > 0;
    }

    private void filled(int bytes) throws IntakeException {
        at = 0;
        filled = bytes;
        if (filled > 0) {
            read += filled;
            checkSize(read);
        }
        if (read - told >= TOLD_EACH || filled < 0) {
            told = read;
            source.read().accept(read);
        }
    }
}
