// SPDX-License-Identifier: EPL-2.0
/** What a simulation run gives back: plain values, no behaviour. */
package org.quorate.cluster.result;
