// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.preset;

import java.time.Duration;
import org.quorate.model.BitRate;
import org.quorate.model.DeviceClass;
import org.quorate.model.LunService;
import org.quorate.model.TimeDistribution;

/**
 * Service times of classes of devices. Only {@link DeviceClass#LAB_IMAGE_FILE} and the writes of
 * {@link DeviceClass#HYBRID_ARRAY} are measurements; the others are what data sheets of the class promise, and a study
 * that decides something measures its own LUN instead. Pure functions, thread-safe.
 */
public final class DevicePresets {

    /**
     * What a class stands for.
     *
     * @param service    service times of the device
     * @param link       bandwidth of the storage link
     * @param queueDepth requests served at the same time
     * @param requestSectors largest request, in sectors of 512 bytes
     * @param source     where the figures come from
     */
    public record Preset(LunService service, BitRate link, int queueDepth, int requestSectors, String source) {
    }

    /** Largest request that the kernel makes of its own (include/linux/blkdev.h:BLK_DEF_MAX_SECTORS, 1280 KiB). */
    public static final int KERNEL_REQUEST_SECTORS = 2560;
    /**
     * The same for a driver that names no limit, as that of user-mode Linux (BLK_SAFE_MAX_SECTORS). The lab's sequential reads show it:
     * 128 KiB of read-ahead are one request of 255 sectors and one of a single sector.
     */
    private static final int SAFE_REQUEST_SECTORS = 255;

    private DevicePresets() {
    }

    /** The figures of a class. CUSTOM has none: the scenario must give all of them. */
    public static Preset of(DeviceClass device) {
        return switch (device) {
            // Enterprise NVMe with power-loss protection: the cache is safe, a flush is a command that does nothing.
            case NVME -> new Preset(service(micros(90, 0.3), micros(20, 0.5), micros(15, 0.3), megabytes(3000)),
                    BitRate.gigabit(25), 64, KERNEL_REQUEST_SECTORS,
                    "data sheets of enterprise NVMe drives: read 80 to 100 us, write 15 to 25 us");
            case SATA_SSD -> new Preset(service(micros(120, 0.4), micros(60, 0.6), micros(600, 0.8), megabytes(500)),
                    BitRate.gigabit(10), 32, KERNEL_REQUEST_SECTORS,
                    "data sheets of SATA drives (6 Gbit/s, 32 tags); flush to flash 0.5 to 1 ms");
            // Writes and flushes end in mirrored cache; reads are partly from spinning disks.
            case HYBRID_ARRAY -> new Preset(service(micros(700, 1.5), micros(366, 0.45), micros(366, 0.45),
                    megabytes(800)), BitRate.gigabit(10), 64, KERNEL_REQUEST_SECTORS,
                    "published measurements I5 (3PAR, 4 KiB random write: mean 366 us, p99/p50 2.6); reads estimated");
            // Half a turn at 7200/min is 4.2 ms, a seek 8.5 ms; the drive's volatile cache takes the writes.
            case DISK_7200 -> new Preset(service(micros(12_700, 0.4), micros(150, 0.5), micros(12_700, 0.4),
                    megabytes(200)), BitRate.gigabit(10), 1, KERNEL_REQUEST_SECTORS,
                    "data sheets of 7200/min drives: seek 8.5 ms, turn 8.3 ms");
            // The lab's README gives 255 us a write and 1.7 ms an fsync, but its quiet single-node rows contradict that: the rows win.
            // No quiet run has sequential work, so the rate is the README's, 3.0 ms a MiB written; a read takes 0.57 ms.
            case LAB_IMAGE_FILE -> new Preset(service(micros(66, 0.3), micros(63, 0.3), micros(30, 0.5),
                    megabytes(355)), BitRate.gigabit(40), 2, SAFE_REQUEST_SECTORS,
                    "fitted by quorate fit on 2026-11-28 as the hardware profile lab-uml: read 66 us, write 63 us, flush 30 us; "
                            + "lab README: 1 MiB write 3.0 ms");
            case CUSTOM -> throw new IllegalArgumentException("a custom device has no preset");
        };
    }

    private static LunService service(TimeDistribution read, TimeDistribution write, TimeDistribution flush,
            BitRate bandwidth) {
        return new LunService(read, write, flush, bandwidth);
    }

    private static TimeDistribution micros(long mean, double variation) {
        return TimeDistribution.lognormal(Duration.ofNanos(mean * 1000), variation);
    }

    private static BitRate megabytes(long megabytesPerSecond) {
        return new BitRate(megabytesPerSecond * 8_000_000L);
    }
}
