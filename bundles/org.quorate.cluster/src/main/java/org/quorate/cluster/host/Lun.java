// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.host;

import java.util.Arrays;
import org.quorate.cluster.engine.Interpreter;
import org.quorate.cluster.engine.Ledger;
import org.quorate.cluster.result.DiskCounts;
import org.quorate.cluster.result.TimePart;
import org.quorate.model.DeviceClass;
import org.quorate.model.LunService;
import org.quorate.model.preset.DevicePresets;
import org.quorate.sim.RandomStream;
import org.quorate.sim.RandomStreams;
import org.quorate.sim.Sampler;
import org.quorate.sim.Station;

/**
 * The shared device: a link, then as many servers as its queue is deep. Requests are counted after merging, and none is larger than
 * the device allows. All addresses are in blocks of 4 KiB. Not thread-safe.
 */
public final class Lun {

    /** Bytes of a block; the model reckons in 4 KiB blocks whatever the file system's own block size. */
    public static final int BLOCK_BYTES = 4096;
    private static final int SECTORS = BLOCK_BYTES / 512;

    private final Interpreter interpreter;
    private final Ledger ledger;
    private final boolean barrier;
    private final boolean logicalVolume;
    private final int requestSectors;
    private final Station link = new Station(1);
    private final Station device;
    private final Sampler read;
    private final Sampler write;
    private final Sampler flush;
    private final RandomStream random;
    private final double linkNanosPerByte;
    private final double mediumNanosPerByte;
    private long lastDone;
    private long lastStart;
    private long lastOnLink;
    private long reads;
    private long writes;
    private long flushes;
    private long sectorsRead;
    private long sectorsWritten;
    private long heartbeatReads;
    private long heartbeatWrites;

    Lun(org.quorate.model.Lun lun, boolean barrier, boolean logicalVolume, Interpreter interpreter, Ledger ledger, RandomStreams streams) {
        this.interpreter = interpreter;
        this.ledger = ledger;
        this.barrier = barrier;
        this.logicalVolume = logicalVolume;
        requestSectors = lun.device() == DeviceClass.CUSTOM ? DevicePresets.KERNEL_REQUEST_SECTORS
                : DevicePresets.of(lun.device()).requestSectors();
        LunService service = lun.service();
        device = new Station(lun.queueDepth());
        read = Distributions.sampler(service.read());
        write = Distributions.sampler(service.write());
        flush = Distributions.sampler(service.flush());
        random = streams.named("lun");
        linkNanosPerByte = 8e9 / lun.link().bitsPerSecond();
        mediumNanosPerByte = 8e9 / service.bandwidth().bitsPerSecond();
    }

    /** Cache flushes reach the device (mount option barrier). */
    public boolean barrier() {
        return barrier;
    }

    /**
     * Reads consecutive blocks.
     *
     * @return when the last request is done, in nanoseconds of simulated time; the frame's operation waits for the LUN until then
     */
    public long read(int frame, int blocks) {
        begin();
        readRun(blocks);
        return end(frame);
    }

    /**
     * Reads several runs of consecutive blocks at once; as {@link #read}.
     *
     * @param runs lengths in blocks
     */
    public long readRuns(int frame, int[] runs, int count) {
        begin();
        for (int i = 0; i < count; i++) {
            readRun(runs[i]);
        }
        return end(frame);
    }

    private void readRun(int blocks) {
        for (int left = blocks * SECTORS; left > 0; left -= requestSectors) {
            int part = Math.min(left, requestSectors);
            reads++;
            sectorsRead += part;
            request(read.sample(random), part);
        }
    }

    /** Reads single blocks, each where the one before said: one after the other. */
    public long readScattered(int frame, int blocks) {
        begin();
        long wait = 0;
        for (int i = 0; i < blocks; i++) {
            reads++;
            sectorsRead += SECTORS;
            if (i < blocks - 1) {
                wait += read.sample(random);
            } else {
                request(wait + read.sample(random), SECTORS);
            }
        }
        return end(frame);
    }

    /** Writes consecutive blocks; as {@link #read}. */
    public long write(int frame, int blocks) {
        begin();
        writeRun(blocks);
        return end(frame);
    }

    private void writeRun(int blocks) {
        for (int left = blocks * SECTORS; left > 0; left -= requestSectors) {
            int part = Math.min(left, requestSectors);
            writes++;
            sectorsWritten += part;
            request(write.sample(random), part);
        }
    }

    /**
     * Writes blocks wherever they are: sorts the first {@code count} addresses in place, drops doubles, merges neighbours.
     *
     * @return when the last request is done
     */
    public long writeScattered(int frame, long[] addresses, int count) {
        Arrays.sort(addresses, 0, count);
        begin();
        int at = 0;
        while (at < count) {
            int run = 1;
            int next = at + 1;
            while (next < count && addresses[next] - addresses[at] <= run) {
                run += addresses[next] - addresses[at] == run ? 1 : 0;
                next++;
            }
            writeRun(run);
            at = next;
        }
        return end(frame);
    }

    /**
     * Writes the first {@code count} blocks in the order given, as write-back does page by page: neighbours go into one request only if
     * one follows the other.
     *
     * @return when the last request is done
     */
    public long writeInOrder(int frame, long[] addresses, int count) {
        begin();
        int start = 0;
        for (int at = 1; at <= count; at++) {
            if (at == count || addresses[at] != addresses[at - 1] + 1) {
                writeRun(at - start);
                start = at;
            }
        }
        return end(frame);
    }

    /**
     * Flushes the device's cache if barriers are on (blkdev_issue_flush); returns when that is done. The kernel counts the empty
     * request as a write too.
     */
    public long flush(int frame) {
        if (!barrier) {
            return interpreter.now();
        }
        flushes++;
        writes++;
        begin();
        request(flush.sample(random), 0);
        return end(frame);
    }

    /** A write of one block with PREFLUSH and FUA if barriers are on (two flushes as the lab counts them), plain if not. */
    public long writeFua(int frame, int blocks) {
        return writeFua(frame, blocks, false);
    }

    /** The same; {@code after}: writes before it are made stable by one flush more. */
    public long writeFua(int frame, int blocks, boolean after) {
        writes++;
        sectorsWritten += blocks * SECTORS;
        long service = write.sample(random);
        if (barrier) {
            flushes += after ? 3 : 2;
            service += flush.sample(random) + flush.sample(random) + (after ? flush.sample(random) : 0);
        }
        if (barrier && logicalVolume) {
            // An empty request with PREFLUSH goes ahead (drivers/md/dm.c:__send_empty_flush), which counts as a write: on Linux 6.1.176
            // 3 flushes for 2 and 2 writes for 1. The flush of the write itself then finds nothing to do: such a one took 120 us, a
            // write 158 (releng/lab/results/flushes-2026-11-29.csv). It can be no longer than a flush that has something to do.
            writes++;
            flushes++;
            service += Math.min(flush.sample(random), write.sample(random));
        }
        begin();
        request(service, blocks * SECTORS);
        return end(frame);
    }

    /** A write with FUA alone if barriers are on: one flush on a device without FUA. */
    public long writeForced(int frame, int blocks) {
        writes++;
        sectorsWritten += (long) blocks * SECTORS;
        long service = write.sample(random);
        if (barrier) {
            flushes++;
            service += flush.sample(random);
        }
        begin();
        request(service, blocks);
        return end(frame);
    }

    /** One round of the disk heartbeat of a node: one read, one write (lab README: 0.5 + 0.5 a second). */
    public void heartbeat() {
        heartbeatReads++;
        heartbeatWrites++;
        request(read.sample(random), 0);
        request(write.sample(random), 0);
    }

    /** Requests from here to {@link #end} go out together; their caller waits for the last. */
    private void begin() {
        lastDone = interpreter.now();
        lastStart = lastDone;
    }

    private void request(long service, int sectors) {
        long bytes = sectors * 512L;
        long medium = (long) (Math.max(0, bytes - BLOCK_BYTES) * mediumNanosPerByte);
        long onLink = link.admit(interpreter.now(), (long) (bytes * linkNanosPerByte));
        lastOnLink = onLink;
        long done = device.admit(onLink, service + medium);
        if (done > lastDone) {
            lastDone = done;
            lastStart = device.lastStartNanos();
        }
    }

    private long end(int frame) {
        if (frame >= 0 && lastDone > interpreter.now()) {
            ledger.move(frame, TimePart.LUN_QUEUE);
            ledger.moveAt(frame, TimePart.LUN_SERVICE, lastStart);
        }
        return lastDone;
    }

    /**
     * Busy share of the device since the counts were reset.
     *
     * @param fromNanos when they were reset
     * @param toNanos   end of the interval; it is longer if the link still delivers requests that were sent before
     */
    public double utilisation(long fromNanos, long toNanos) {
        long end = Math.max(toNanos, lastOnLink);
        return end <= fromNanos ? 0 : device.utilisation(fromNanos, end);
    }

    /** Requests since the last reset, without the heartbeat. */
    public DiskCounts counts() {
        return new DiskCounts(reads, writes, flushes, sectorsRead, sectorsWritten);
    }

    /** Requests of the heartbeat since the last reset. */
    public DiskCounts heartbeatCounts() {
        return new DiskCounts(heartbeatReads, heartbeatWrites, 0, heartbeatReads, heartbeatWrites);
    }

    /** Starts counting again from zero. */
    public void resetCounts() {
        device.resetStatistics();
        reads = 0;
        writes = 0;
        flushes = 0;
        sectorsRead = 0;
        sectorsWritten = 0;
        heartbeatReads = 0;
        heartbeatWrites = 0;
    }
}
