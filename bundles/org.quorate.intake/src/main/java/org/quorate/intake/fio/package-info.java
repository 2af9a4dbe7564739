// SPDX-License-Identifier: EPL-2.0
/**
 * What fio reads and writes: job files into phases, results into service times of a LUN. The meaning of options is that of fio 3.33
 * (its HOWTO).
 */
package org.quorate.intake.fio;
