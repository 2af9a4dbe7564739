// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

/** Lock managers' transports; each has one receiving thread a node. */
public enum Protocol { O2NET, FS_DLM }
