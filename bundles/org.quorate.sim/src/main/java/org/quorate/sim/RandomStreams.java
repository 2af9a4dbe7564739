// SPDX-License-Identifier: EPL-2.0
package org.quorate.sim;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The random streams of one replication of one study: every source of randomness has a stream of its own, found by name.
 *
 * <p>The same (seed, replication, name) gives the same numbers whatever else draws, so that two contenders see the very
 * same workload (common random numbers). The 256 bits of a stream's first state are the SHA-256 of the three: streams start
 * at unrelated places of a cycle of 2<sup>256</sup> - 1 numbers. Immutable, usable by several threads.
 */
public final class RandomStreams {
    private final long seed;
    private final int replication;

    /** The streams of replication 0. */
    public RandomStreams(long seed) {
        this(seed, 0);
    }

    private RandomStreams(long seed, int replication) {
        this.seed = seed;
        this.replication = replication;
    }

    /**
     * The streams of another replication of the same seed.
     *
     * @param index which replication, from 0
     */
    public RandomStreams replication(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("a replication is numbered from 0, not " + index);
        }
        return new RandomStreams(seed, index);
    }

    /** The stream of this name, at its beginning; every call gives a new one with the same numbers. */
    public RandomStream named(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer key = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + text.length);
        key.putLong(seed).putInt(replication).put(text);
        ByteBuffer state = ByteBuffer.wrap(sha256(key.array()));
        return new RandomStream(state.getLong(), state.getLong(), state.getLong(), state.getLong());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
