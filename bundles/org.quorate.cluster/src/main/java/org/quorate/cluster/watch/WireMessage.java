// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import java.util.Optional;
import java.util.OptionalInt;
import org.quorate.cluster.result.LockName;

/**
 * A message between lock managers.
 *
 * @param sentNanos    simulated time
 * @param arrivedNanos simulated time
 * @param from         index of the sending node
 * @param to           index of the receiving node
 * @param sender       the recipe that the sending thread runs first
 * @param receiver     the recipe that the receiving thread runs first
 * @param type         name as on the wire
 * @param kind         kind of the lock, as messages are counted by
 * @param lock         that it is about
 * @param mode         that it asks for or tells of (a {@link org.quorate.cluster.lock.LockMode}); absent if the type has none
 * @param onPath       the operation waited for it; if not, it is about a lock of the operation, at the same time
 */
public record WireMessage(long sentNanos, long arrivedNanos, int from, int to, String sender, String receiver, String type, String kind,
        Optional<LockName> lock, OptionalInt mode, boolean onPath) {
}
