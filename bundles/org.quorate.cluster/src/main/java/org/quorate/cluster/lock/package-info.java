// SPDX-License-Identifier: EPL-2.0
/** What file systems and lock managers say to each other. */
package org.quorate.cluster.lock;
