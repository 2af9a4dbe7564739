// SPDX-License-Identifier: EPL-2.0
/** What a running kernel says of its caches and locks: /proc/slabinfo, and the files of GFS2 and OCFS2 in debugfs. */
package org.quorate.intake.kernel;
