// SPDX-License-Identifier: EPL-2.0
/**
 * Logs of system calls, as {@code strace -f -ttt -T} writes them, into a phase of operations: what a process does with a file from
 * open to close becomes an operation of the model.
 */
package org.quorate.intake.strace;
