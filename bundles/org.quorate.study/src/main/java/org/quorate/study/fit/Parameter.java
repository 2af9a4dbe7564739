// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.fit;

/**
 * What may be fitted, in nanoseconds (bandwidth: bits a second), with the range in which it is looked for: about what a machine
 * between a fast server and a slow emulation can have.
 */
public enum Parameter {
    /** CPU time of a system call that finds everything cached. */
    SYSTEM_CALL("cluster.hardware.systemCall", 200, 200_000),
    /** CPU time to send or to receive a message. */
    MESSAGE("cluster.hardware.message", 2_000, 200_000),
    /** Wake-up of a task by a message or a timer. */
    TASK_WAKE_UP("cluster.hardware.taskWakeUp", 2_000, 300_000),
    /** Wake-up of a kernel thread by a message or a timer. */
    WORKER_WAKE_UP("cluster.hardware.workerWakeUp", 2_000, 300_000),
    /** From one thread of a node to another one. */
    THREAD_SWITCH("cluster.hardware.threadSwitch", 500, 50_000),
    /** CPU time of a lock manager to change a lock. */
    LOCK_WORK("cluster.hardware.lockWork", 200, 100_000),
    /** CPU time to change or search a metadata block. */
    BLOCK_WORK("cluster.hardware.blockWork", 500, 50_000),
    /** CPU time to copy a page. */
    COPY_PAGE("cluster.hardware.copyPage", 200, 50_000),
    /** What remains of a ping without the hosts' work. */
    ROUND_TRIP("cluster.interconnect.roundTrip", 5_000, 1_000_000),
    /** Mean of a random read of 4 KiB. */
    READ("lun.service.read", 10_000, 20_000_000),
    /** Mean of a random write of 4 KiB. */
    WRITE("lun.service.write", 5_000, 20_000_000),
    /** Mean of a cache flush. */
    FLUSH("lun.service.flush", 1_000, 20_000_000),
    /** Of the device behind the LUN, bits a second. */
    BANDWIDTH("lun.service.bandwidth", 1e8, 1e11);

    private final String path;
    private final double least;
    private final double most;

    Parameter(String path, double least, double most) {
        this.path = path;
        this.least = least;
        this.most = most;
    }

    /** Where it stands in a scenario. */
    public String path() {
        return path;
    }

    /** Least value that is looked for. */
    public double least() {
        return least;
    }

    /** Greatest value that is looked for. */
    public double most() {
        return most;
    }

    /** A value as a point of [0, 1] on the logarithmic scale of the range; values beyond it as its ends. */
    double position(double value) {
        return Math.min(1, Math.max(0, Math.log(value / least) / Math.log(most / least)));
    }

    /** The value at a point of [0, 1]; whole. */
    double value(double position) {
        return Math.rint(least * Math.pow(most / least, Math.min(1, Math.max(0, position))));
    }
}
