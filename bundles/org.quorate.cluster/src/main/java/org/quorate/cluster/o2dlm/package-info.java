// SPDX-License-Identifier: EPL-2.0
/** o2dlm and o2net, the lock manager and the transport of OCFS2's own stack (kernel reference 2.2, lab/messages.md). */
package org.quorate.cluster.o2dlm;
