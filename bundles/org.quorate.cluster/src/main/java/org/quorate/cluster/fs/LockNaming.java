// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.fs;

import java.util.Optional;
import org.quorate.cluster.result.LockName;

/** Tells people which lock is meant. Not for the hot path: a look-up may go through all locks. Not thread-safe. */
public interface LockNaming {

    /** Of a file system without locks between nodes. */
    LockNaming NONE = new LockNaming() {
        @Override
        public long atHand(int frame) {
            return NO_RESOURCE;
        }

        @Override
        public Optional<LockName> name(long resource) {
            return Optional.empty();
        }
    };

    /** No lock resource. */
    long NO_RESOURCE = -1;

    /** The resource of the lock that a frame, which is at a step of the file system's locks, is at; {@link #NO_RESOURCE} if there is none. */
    long atHand(int frame);

    /** What a resource is called; absent if the file system has no lock on it any more. */
    Optional<LockName> name(long resource);
}
