// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.observed;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One lock on one node, among those that are waited for or were used most. Immutable.
 *
 * @param type      in the words of the file system's source
 * @param number    as the file system's files name it: hexadecimal digits
 * @param waiters   that wait for it now, 0 or more; OCFS2 does not count them: 1 if there are any
 * @param uses      since it was made: with GFS2 requests to the lock manager, with OCFS2 all that took it; absent: the node did not tell, which
 *                  is not 0
 * @param waitNanos waited for it since it was made; absent: the node did not tell, as with GFS2, which does not count it
 */
public record FollowedLock(String type, String number, long waiters, OptionalLong uses, OptionalLong waitNanos) {

    /** Number of the inode that it protects; absent: it protects none, or the number is not that of an inode. */
    public Optional<Long> inode() {
        return inode(type, number);
    }

    /** Number of the inode that a lock of that type and number protects; absent: it protects none, or the number is not that of an inode. */
    public static Optional<Long> inode(String type, String number) {
        // GFS2: block of the dinode (fs/gfs2/inode.c: i_ino is it); OCFS2: name of 6 zeros, block of the dinode, generation
        // (fs/ocfs2/dlmglue.c:ocfs2_build_lock_name), or of a dentry: block of the directory, inode.
        String digits = switch (type) {
            case "INODE", "IOPEN", "FLOCK" -> number.length() == 30 ? number.substring(6, 22) : number;
            case "META", "RW", "OPEN" -> number.length() == 30 ? number.substring(6, 22) : "";
            case "DENTRY" -> number.length() == 24 ? number.substring(16) : "";
            default -> "";
        };
        return digits.matches("0{0,15}[0-9a-f]{1,15}") && digits.length() <= 16 ? Optional.of(Long.parseLong(digits, 16)) : Optional.empty();
    }
}
