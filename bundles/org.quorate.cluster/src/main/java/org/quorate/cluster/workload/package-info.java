// SPDX-License-Identifier: EPL-2.0
/** Threads that do what the scenario's phases say, and the record of what it cost them. */
package org.quorate.cluster.workload;
