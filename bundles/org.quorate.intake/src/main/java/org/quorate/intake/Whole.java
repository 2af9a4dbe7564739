// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CancellationException;

/** Reads files that are held as a whole. Pure functions. */
public final class Whole {

    private static final int PIECE = 1 << 20;

    private Whole() {
    }

    /**
     * All bytes of a source.
     *
     * @throws IntakeException       if there are more than {@code most}
     * @throws CancellationException if cancelled
     */
    public static byte[] read(IntakeSource source, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = source.in().readNBytes(PIECE);
        while (piece.length > 0) {
            if (source.cancelled().getAsBoolean()) {
                throw new CancellationException();
            }
            all.write(piece);
            if (all.size() > most) {
                throw new IntakeException("larger than " + (most >> 20) + " MiB, the most that is read of such a file");
            }
            source.read().accept(all.size());
            piece = source.in().readNBytes(PIECE);
        }
        return all.toByteArray();
    }
}
