// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote;

import java.util.Arrays;

/**
 * What a command wrote on one of its streams. Immutable; the bytes are not copied.
 *
 * @param kept  the first bytes
 * @param total how many there were
 */
public record Output(byte[] kept, long total) {

    /** Some of it was not kept. */
    public boolean isCut() {
        return total > kept.length;
    }

    /** As text, safe to print; bytes that are not text are shown as such. */
    public String text() {
        return Visible.text(kept);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Output output && total == output.total && Arrays.equals(kept, output.kept);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(kept) * 31 + Long.hashCode(total);
    }

    @Override
    public String toString() {
        return total + " bytes";
    }
}
