// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.observe;

import org.quorate.model.observed.FollowedLock;

/**
 * Which lock. Immutable.
 *
 * @param type   in the words of the file system's source
 * @param number as the file system's files name it
 */
record LockKey(String type, String number) {

    static LockKey of(FollowedLock lock) {
        return new LockKey(lock.type(), lock.number());
    }

    static LockKey of(HotLock lock) {
        return new LockKey(lock.type(), lock.number());
    }
}
