// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

/**
 * A mounted file system. Immutable.
 *
 * @param source  device
 * @param place   directory
 * @param type    as in {@code gfs2}
 * @param options as the kernel has them
 */
public record MountFacts(String source, String place, String type, String options) {

    /** It is one of those that several nodes can have mounted at once. */
    public boolean isClustered() {
        return type.equals("ocfs2") || type.equals("gfs2");
    }
}
