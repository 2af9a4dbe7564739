// SPDX-License-Identifier: EPL-2.0
/** How the cluster simulator's cost grows with nodes, files, threads and what is cached. */
package org.quorate.benchmarks.scale;
