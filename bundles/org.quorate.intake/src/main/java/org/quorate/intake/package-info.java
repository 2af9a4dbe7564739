// SPDX-License-Identifier: EPL-2.0
/**
 * Readers of what other tools write, into values of the model: listings of files, traces of system calls, jobs and results
 * of fio. Each reads its file once, in bounded memory, as data that anybody may have made: it says what it could not use
 * and why, line by line, and refuses what is too large with a reason. Nothing is ever executed, looked up or expanded.
 */
package org.quorate.intake;
