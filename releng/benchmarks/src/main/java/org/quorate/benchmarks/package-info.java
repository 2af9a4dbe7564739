// SPDX-License-Identifier: EPL-2.0
/** The event kernel beside other simulators, in the same run of JMH. */
package org.quorate.benchmarks;
