// SPDX-License-Identifier: EPL-2.0
/** jbd2, the journal of OCFS2 and ext4. */
package org.quorate.cluster.journal;
