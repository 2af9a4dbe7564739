// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.agent;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A key that an agent has. Immutable; the blob is not copied.
 *
 * @param blob    the public key as it is sent (RFC 4253, 6.6)
 * @param comment of who added it
 */
public record AgentKey(byte[] blob, String comment) {

    /** As in {@code ssh-ed25519}; empty if the blob is not one of a key. */
    public String type() {
        ByteBuffer buffer = ByteBuffer.wrap(blob);
        int length = blob.length < 4 ? 0 : buffer.getInt();
        return length <= 0 || length > buffer.remaining() ? "" : new String(blob, 4, length, StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgentKey key && Arrays.equals(blob, key.blob);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(blob);
    }
}
