// SPDX-License-Identifier: EPL-2.0
/** fs/dlm, the lock manager of GFS2 and of OCFS2 on a pacemaker cluster: directory, masters, queues, callbacks, ageing. */
package org.quorate.cluster.fsdlm;
