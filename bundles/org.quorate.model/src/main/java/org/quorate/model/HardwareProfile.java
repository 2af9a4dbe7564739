// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;

/**
 * What the hosts' own work costs: the free, physical parameters of the simulator (design decision 1). Immutable,
 * thread-safe.
 *
 * @param name          the profile's name
 * @param systemCall    CPU time of one system call that finds everything cached
 * @param message       CPU time to send or to receive one message
 * @param taskWakeUp    from "made runnable" by a message or a timer to "running", for a task that waited in a system call
 * @param workerWakeUp  the same for an idle kernel thread or work queue
 * @param threadSwitch  the same for both, where another thread of the same node made them runnable
 * @param wakeUpVariation coefficient of variation of these three times
 * @param lockWork      CPU time of a lock manager to change a lock and to tell its user on the same node
 * @param blockWork     CPU time to change or search one metadata block
 * @param copyPage      CPU time to copy one 4 KiB page between a process and the page cache
 * @param slowdown      factor on all of these times: how much slower the machine is than the one they were taken on
 * @param contention    processes of the host that want a node's core, the node included, 1 or more: they take turns by time slices
 * @param sharedCores   all nodes are virtual machines on so many cores of one host; 0: each has its own
 */
public record HardwareProfile(String name, Duration systemCall, Duration message, Duration taskWakeUp,
        Duration workerWakeUp, Duration threadSwitch, double wakeUpVariation, Duration lockWork, Duration blockWork, Duration copyPage,
        double slowdown, double contention, int sharedCores) {
}
