// SPDX-License-Identifier: EPL-2.0
/**
 * Immutable records that say what a user describes: cluster, LUN, file systems, workload. No behaviour of file systems
 * lives here. Everything is thread-safe.
 */
package org.quorate.model;
