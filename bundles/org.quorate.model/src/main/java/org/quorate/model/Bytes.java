// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * A size in bytes. Immutable, thread-safe.
 *
 * @param value number of bytes, 0 or more
 */
public record Bytes(long value) implements Comparable<Bytes> {

    public static final Bytes ZERO = new Bytes(0);

    public Bytes {
        if (value < 0) {
            throw new IllegalArgumentException("a size is never negative: " + value);
        }
    }

    public static Bytes kib(long kib) {
        return new Bytes(Math.multiplyExact(kib, 1024L));
    }

    public static Bytes mib(long mib) {
        return kib(Math.multiplyExact(mib, 1024L));
    }

    public static Bytes gib(long gib) {
        return mib(Math.multiplyExact(gib, 1024L));
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(value, other.value);
    }
}
