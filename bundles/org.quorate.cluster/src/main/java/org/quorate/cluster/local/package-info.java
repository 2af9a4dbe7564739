// SPDX-License-Identifier: EPL-2.0
/** The baseline: a private ext4 or XFS for each node. */
package org.quorate.cluster.local;
