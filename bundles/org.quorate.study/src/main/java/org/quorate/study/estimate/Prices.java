// SPDX-License-Identifier: EPL-2.0
package org.quorate.study.estimate;

import java.time.Duration;
import org.quorate.model.DeviceClass;
import org.quorate.model.FileSystemSpec;
import org.quorate.model.HardwareProfile;
import org.quorate.model.Lun;
import org.quorate.model.Scenario;
import org.quorate.model.TimeDistribution;
import org.quorate.model.preset.DevicePresets;

/**
 * What the parts of an operation's path take on a scenario's hardware, in nanoseconds: the means of the same records that the simulator
 * draws from. Immutable.
 *
 * @param call     system call
 * @param message  processor time to send or to receive a message
 * @param task     wake-up of a task by a message
 * @param worker   wake-up of an idle kernel thread by a message
 * @param handOver wake-up of either by a thread of the same node
 * @param wakeUpVariation coefficient of variation of these three
 * @param lock     a lock manager's work on a lock
 * @param block    work on a metadata block
 * @param page     copy of a page
 * @param oneWay   a lock message on the wire
 * @param read     of the device, one block
 * @param write    of the device, one block
 * @param flush    of the device's cache; 0 without barriers
 * @param readVariation coefficient of variation of a read
 * @param mediumByte streaming time of a byte beyond the first block of a request
 * @param linkByte a byte on the storage link
 * @param requestBytes largest request
 */
record Prices(double call, double message, double task, double worker, double handOver, double wakeUpVariation, double lock, double block,
        double page, double oneWay, double read, double write, double flush, double readVariation, double mediumByte, double linkByte,
        double requestBytes) {

    /** Bytes of a block and of a page, as in the simulator. */
    static final int BLOCK_BYTES = 4096;
    /** A lock message of either lock manager with its headers, about: kernel reference 2.1 and 2.2 (96 to 176 bytes), and 90 of Ethernet, IPv4 and TCP. */
    private static final double MESSAGE_BYTES = 210;

    static Prices of(Scenario scenario, FileSystemSpec contender) {
        HardwareProfile hardware = scenario.cluster().hardware();
        double slow = hardware.slowdown();
        Lun lun = scenario.lun();
        int sectors = lun.device() == DeviceClass.CUSTOM ? DevicePresets.KERNEL_REQUEST_SECTORS
                : DevicePresets.of(lun.device()).requestSectors();
        TimeDistribution read = lun.service().read();
        return new Prices(nanos(hardware.systemCall(), slow), nanos(hardware.message(), slow), nanos(hardware.taskWakeUp(), slow),
                nanos(hardware.workerWakeUp(), slow), nanos(hardware.threadSwitch(), slow), hardware.wakeUpVariation(),
                nanos(hardware.lockWork(), slow), nanos(hardware.blockWork(), slow), nanos(hardware.copyPage(), slow),
                scenario.cluster().interconnect().roundTrip().toNanos() / 2.0
                        + MESSAGE_BYTES * 8e9 / scenario.cluster().interconnect().bandwidth().bitsPerSecond(),
                read.mean().toNanos(), lun.service().write().mean().toNanos(),
                contender.barrier() ? lun.service().flush().mean().toNanos() : 0, variation(read),
                8e9 / lun.service().bandwidth().bitsPerSecond(), 8e9 / lun.link().bitsPerSecond(), sectors * 512.0);
    }

    private static double nanos(Duration time, double slow) {
        return time.toNanos() * slow;
    }

    private static double variation(TimeDistribution times) {
        return switch (times.shape()) {
            case CONSTANT -> 0;
            case EXPONENTIAL -> 1;
            case LOGNORMAL -> times.variation();
        };
    }
}
