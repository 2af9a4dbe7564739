// SPDX-License-Identifier: EPL-2.0
package org.quorate.intake.measure;

import java.io.IOException;
import java.util.Optional;
import org.quorate.intake.IntakeException;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.node.Sections;

/** Reads what measure.sh prints of a device, of a scratch file, and of system calls. Pure functions, thread-safe. */
public final class DeviceReader {

    static final String FIRST = "quorate-measure 1";
    /** One read and one write. */
    private static final int CALLS_PER_BYTE = 2;

    private DeviceReader() {
    }

    /**
     * Reads of a device.
     *
     * @param node   that was asked
     * @param device that was to be read
     * @throws IntakeException if it is no such output, or too large
     */
    public static DeviceTimes reads(String node, String device, IntakeSource source) throws IOException {
        Sections sections = Sections.read(source, FIRST);
        if (sections.lacks("device")) {
            return DeviceTimes.none(device + " is no block device there");
        }
        if (sections.lacks("readable")) {
            return DeviceTimes.none(device + " may only be read by root");
        }
        if (sections.lacks("room")) {
            return DeviceTimes.none(device + " is smaller than 32 MiB, too small to be read anywhere");
        }
        return DeviceTimes.of(sections, node, device);
    }

    /**
     * Writes and flushes of a scratch file.
     *
     * @param node that was asked
     * @param file as the user named it
     * @throws IntakeException if it is no such output, or too large
     */
    public static ScratchTimes scratch(String node, String file, IntakeSource source) throws IOException {
        Sections sections = Sections.read(source, FIRST);
        return ScratchTimes.of(sections, node, file);
    }

    /**
     * Nanoseconds of a system call that does nothing; absent if it was not measured.
     *
     * @throws IntakeException if it is no such output, or too large
     */
    public static Optional<Double> call(IntakeSource source) throws IOException {
        return Copied.of(Sections.read(source, FIRST).lines("calls")).filter(copied -> copied.bytes() > 0)
                .map(copied -> copied.nanos(1) / CALLS_PER_BYTE).filter(nanos -> nanos > 0).findFirst();
    }
}
