// SPDX-License-Identifier: EPL-2.0
/** What jbd2-based file systems (OCFS2, ext4, and XFS for our purpose) share above the journal: lookup, data pages, placement. */
package org.quorate.cluster.vfs;
