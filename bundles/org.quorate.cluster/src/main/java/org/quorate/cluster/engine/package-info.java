// SPDX-License-Identifier: EPL-2.0
/**
 * Recipes and the small interpreter that runs them. A recipe reads like the kernel reference; a program is integers; a
 * frame is a thread of the simulated machine. Knows nothing of locks or files.
 */
package org.quorate.cluster.engine;
