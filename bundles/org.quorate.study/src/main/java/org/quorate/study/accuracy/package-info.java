// SPDX-License-Identifier: EPL-2.0
/**
 * How true the simulator is: the runs of the lab simulated one by one and compared figure by figure with what real kernels
 * did. The measured tables lie beside these classes ({@code ORIGIN.md} says where they come from), the runs in
 * {@code sample-models/lab}.
 */
package org.quorate.study.accuracy;
