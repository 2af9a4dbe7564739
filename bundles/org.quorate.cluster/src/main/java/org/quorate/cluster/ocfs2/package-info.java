// SPDX-License-Identifier: EPL-2.0
/** OCFS2: its lock resources (dlmglue), its kernel threads and its operations (kernel reference 1.3, 1.4, 3.5). */
package org.quorate.cluster.ocfs2;
