// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.observed;

/**
 * Locks of one type in one mode on a node. Immutable.
 *
 * @param type  in the words of the file system's source, as INODE, IOPEN (GFS2), META, RW (OCFS2)
 * @param mode  UN, SH, DF or EX with GFS2; IV (not known to the lock manager), NL, PR or EX with OCFS2
 * @param locks 0 or more
 */
public record LockUse(String type, String mode, long locks) {
}
