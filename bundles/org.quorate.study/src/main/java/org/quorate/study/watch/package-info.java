// SPDX-License-Identifier: EPL-2.0
/**
 * Watches one operation of a run: who did what when, which messages went between the nodes, what it waited for.
 */
package org.quorate.study.watch;
