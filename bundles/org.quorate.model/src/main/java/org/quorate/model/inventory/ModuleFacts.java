// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

/**
 * A kernel module. Immutable.
 *
 * @param name   as in {@code gfs2}
 * @param file   of it, or {@code (builtin)}; empty: the running kernel has none
 * @param loaded it is loaded
 */
public record ModuleFacts(String name, String file, boolean loaded) {

    /** The running kernel has it or could load it. */
    public boolean available() {
        return loaded || !file.isEmpty();
    }
}
