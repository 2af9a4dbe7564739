// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake;

import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Where an import reads from. The caller closes the stream.
 *
 * @param in        the bytes
 * @param size      how many there are, if that is known
 * @param read      is told the bytes that have been read so far, each mebibyte
 * @param cancelled asked as often
 */
public record IntakeSource(InputStream in, OptionalLong size, LongConsumer read, BooleanSupplier cancelled) {

    /** Most bytes of a listing or a trace. */
    public static final long MOST_BYTES = 1L << 30;

    /** A source that nobody watches. */
    public static IntakeSource of(InputStream in) {
        return new IntakeSource(in, OptionalLong.empty(), read -> { }, () -> false);
    }
}
