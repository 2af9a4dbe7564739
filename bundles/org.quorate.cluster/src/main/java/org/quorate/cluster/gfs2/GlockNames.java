// SPDX-License-Identifier: EPL-2.0
package org.quorate.cluster.gfs2;

import java.util.Optional;
import org.quorate.cluster.engine.Reg;
import org.quorate.cluster.fs.LockNaming;
import org.quorate.cluster.host.Machine;
import org.quorate.cluster.host.PlainNames;
import org.quorate.cluster.result.LockName;

/** What people and the kernel call glocks (fs/gfs2/glock.c:dump_glock: type and number). Not thread-safe. */
final class GlockNames implements LockNaming {

    private final Machine machine;
    private final Glocks glocks;
    private final PlainNames plain;

    GlockNames(Machine machine, Glocks glocks) {
        this.machine = machine;
        this.glocks = glocks;
        plain = new PlainNames(machine.scenario(), machine.names());
    }

    @Override
    public long atHand(int frame) {
        return glocks.name(machine.frames().get(frame, Reg.LOCK));
    }

    @Override
    public Optional<LockName> name(long resource) {
        int kind = (int) (resource >>> 32) & 0xff;
        int number = (int) resource;
        return Optional.of(new LockName(plain(kind, number), GlockKind.NAMES.get(kind) + " " + kind + "/" + number(kind, number)));
    }

    private String number(int kind, int number) {
        return switch (kind) {
            case GlockKind.INODE, GlockKind.IOPEN, GlockKind.FLOCK -> Long.toHexString(machine.names().inodeAddressOf(number));
            default -> Integer.toHexString(number);
        };
    }

    private String plain(int kind, int number) {
        return switch (kind) {
            case GlockKind.INODE -> (plain.isFile(number) ? "inode of " : "") + plain.of(number);
            case GlockKind.IOPEN -> "open lock of " + plain.of(number);
            case GlockKind.FLOCK -> "flock of " + plain.of(number);
            case GlockKind.RGRP -> "resource group " + number;
            case GlockKind.JOURNAL -> "journal of " + machine.scenario().cluster().nodes().get(number).name();
            case GlockKind.NONDISK -> switch (number) {
                case GlockKind.RENAME_NUMBER -> "renames between directories";
                case GlockKind.FREEZE_NUMBER -> "freezing of the file system";
                default -> "mounts of the file system";
            };
            default -> GlockKind.NAMES.get(kind) + " " + number;
        };
    }
}
