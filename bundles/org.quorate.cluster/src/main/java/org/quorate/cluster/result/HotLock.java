// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.result;

/**
 * What operations waited for one lock.
 *
 * @param lock      which
 * @param waitNanos from asking for it to having it, together, messages and the waiting for holders among it
 * @param waits     how often somebody could not have it at once
 * @param handOvers how often the next one to wait for it was on another node than the one before
 */
public record HotLock(LockName lock, long waitNanos, long waits, long handOvers) {
}
