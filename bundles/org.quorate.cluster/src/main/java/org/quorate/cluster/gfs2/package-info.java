// SPDX-License-Identifier: EPL-2.0
/** GFS2: glocks, journal, operations and kernel threads as recipes. */
package org.quorate.cluster.gfs2;
