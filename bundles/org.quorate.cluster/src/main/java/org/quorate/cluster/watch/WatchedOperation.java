// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.watch;

import java.util.List;

/**
 * How an operation went.
 *
 * @param node         index of the node that did it
 * @param subject      the inode that it worked on, as people call it
 * @param directory    the directory of that, as people call it
 * @param arrivedNanos simulated time at which it was wanted; under open load, before a thread was free for it
 * @param beganNanos   simulated time at which it began
 * @param endedNanos   simulated time at which it was done
 * @param stretches    where the time between the last two went, without gaps
 * @param messages     by the time of sending
 * @param disk         by the time of sending
 */
public record WatchedOperation(int node, String subject, String directory, long arrivedNanos, long beganNanos, long endedNanos,
        List<Stretch> stretches, List<WireMessage> messages, List<DiskRequests> disk) {

    public WatchedOperation {
        stretches = List.copyOf(stretches);
        messages = List.copyOf(messages);
        disk = List.copyOf(disk);
    }
}
