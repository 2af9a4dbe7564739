// SPDX-License-Identifier: EPL-2.0
/**
 * What happens to an ext4 or an XFS that several nodes mount at once: a run block by block, in which every node has its own copies of
 * the metadata and its own head of the log, and what a check of the disk finds afterwards.
 */
package org.quorate.study.unsafe;
