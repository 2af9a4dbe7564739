// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.result;

import org.quorate.cluster.result.LockName;

/**
 * One of the locks that operations wait for most, over all measured phases and replications, warm-up included.
 *
 * @param lock          which
 * @param share         of all waiting for locks that nodes share, 0 to 1
 * @param waits         of one replication: how often somebody could not have it at once
 * @param meanWaitNanos from asking for it to having it, messages and the waiting for holders among it
 * @param handOvers     of one replication: how often the next one to wait was on another node than the one before
 */
public record HotLockFigures(LockName lock, double share, double waits, double meanWaitNanos, double handOvers) {
}
