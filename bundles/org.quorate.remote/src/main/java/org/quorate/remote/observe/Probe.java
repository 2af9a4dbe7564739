// SPDX-License-Identifier: EPL-2.0
package org.quorate.remote.observe;

import java.util.List;

/**
 * What a node is asked for. Immutable.
 *
 * @param fileSystem {@code ocfs2} or {@code gfs2}
 * @param mountPoint absolute path
 * @param address    of the node on the cluster network
 * @param wwid       of the LUN, hexadecimal digits; empty: not known
 */
public record Probe(String fileSystem, String mountPoint, String address, String wwid) {

    /** Locks that a sample tells one by one: more than anybody looks at, so that those that become hot are among them soon. */
    static final int LOCKS = 100;

    /** The mount point as mountinfo has it: blanks and such are octal numbers (proc(5)). */
    String escaped() {
        return mountPoint.replace("\\", "\\134").replace(" ", "\\040").replace("\t", "\\011").replace("\n", "\\012");
    }

    /** Arguments of sample.sh. */
    List<String> words() {
        return List.of("sh", "-s", "--", fileSystem, escaped(), address, wwid, String.valueOf(LOCKS));
    }
}
