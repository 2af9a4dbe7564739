// SPDX-License-Identifier: EPL-2.0
/** What the workload needs of a file system. */
package org.quorate.cluster.fs;
