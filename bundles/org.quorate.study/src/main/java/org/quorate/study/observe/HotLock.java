// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A lock that was waited for, or used much. Immutable.
 *
 * @param node          on which; {@link FleetPrediction#FLEET} for all together
 * @param type          in the words of the file system's source
 * @param number        as the file system's files name it
 * @param inode         that it protects, if it protects one
 * @param waiters       most that were seen waiting at one time
 * @param usesPerSecond of GFS2 requests to the lock manager, of OCFS2 all that took it; absent: seen only once
 * @param waitShare     seconds waited for it a second, which is more than 1 if several wait; absent: seen only once, or GFS2
 * @param path          of the file; absent: not looked for, or not found
 */
public record HotLock(String node, String type, String number, Optional<Long> inode, long waiters, OptionalDouble usesPerSecond,
        OptionalDouble waitShare, Optional<String> path) {

    /** The same with its path. */
    public HotLock at(String found) {
        return new HotLock(node, type, number, inode, waiters, usesPerSecond, waitShare, Optional.of(found));
    }
}
