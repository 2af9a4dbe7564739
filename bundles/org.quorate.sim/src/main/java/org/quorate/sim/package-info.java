// SPDX-License-Identifier: EPL-2.0
/**
 * The discrete-event kernel: clock and event queue, named random streams and samplers, stations, recorders.
 *
 * <p>Simulated time is a {@code long} of nanoseconds. Events are ordered by (time, sequence of scheduling), so a run is a
 * pure function of its inputs. Nothing here reads a wall clock, shares state or allocates per event. No class of this
 * package may be used by two threads at once, unless it says that it is immutable. Files, locks and networks are unknown here.
 */
package org.quorate.sim;
