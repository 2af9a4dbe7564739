// SPDX-License-Identifier: EPL-2.0
/**
 * How the real things behave: hosts, network, LUN, lock managers, file systems. {@link org.quorate.cluster.ClusterRun}
 * is the way in.
 */
package org.quorate.cluster;
