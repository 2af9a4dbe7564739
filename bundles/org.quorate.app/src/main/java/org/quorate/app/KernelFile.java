// SPDX-License-Identifier: EPL-2.0
package org.quorate.app;

import java.io.IOException;
import java.util.Optional;
import org.quorate.intake.IntakeSource;
import org.quorate.intake.kernel.Dump;
import org.quorate.intake.kernel.GlocksReader;
import org.quorate.intake.kernel.GlstatsReader;
import org.quorate.intake.kernel.LockingStateReader;
import org.quorate.intake.kernel.SlabinfoReader;
import org.quorate.study.result.FileSystemKind;

/** Files of a running kernel that can be compared with a simulated node. */
public enum KernelFile {
    /** {@code /proc/slabinfo}. */
    SLABINFO("slabinfo", Optional.empty(), SlabinfoReader::read),
    /** {@code /sys/kernel/debug/gfs2/LOCKTABLE/glocks}. */
    GLOCKS("glocks", Optional.of(FileSystemKind.GFS2), GlocksReader::read),
    /** {@code /sys/kernel/debug/gfs2/LOCKTABLE/glstats}. */
    GLSTATS("glstats", Optional.of(FileSystemKind.GFS2), GlstatsReader::read),
    /** {@code /sys/kernel/debug/ocfs2/UUID/locking_state}. */
    LOCKING_STATE("locking-state", Optional.of(FileSystemKind.OCFS2), LockingStateReader::read);

    /** Reads such a file. */
    private interface Reader {
        Dump read(IntakeSource source) throws IOException;
    }

    private final String word;
    private final Optional<FileSystemKind> kind;
    private final Reader reader;

    KernelFile(String word, Optional<FileSystemKind> kind, Reader reader) {
        this.word = word;
        this.kind = kind;
        this.reader = reader;
    }

    /** What users call it. */
    public String word() {
        return word;
    }

    /** The file system that has it; absent: every one. */
    public Optional<FileSystemKind> kind() {
        return kind;
    }

    Dump read(IntakeSource source) throws IOException {
        return reader.read(source);
    }
}
