// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

/**
 * Messages of one type sent by all nodes in a phase.
 *
 * @param type  name as on the wire, for example {@code MASTER_REQUEST}, {@code STATUS(MASTER_REQUEST)}, {@code LOOKUP},
 *              {@code ACK}
 * @param lock  kind of the lock resource (OCFS2: META, OPEN, DENTRY, RW, FLOCK …; GFS2: INODE, IOPEN, RGRP …), "-" if none
 * @param count number of messages
 * @param bytes payload
 * @param acknowledgement an acknowledgement of fs/dlm, counted apart from lock messages
 */
public record MessageCount(String type, String lock, long count, long bytes, boolean acknowledgement) {
}
