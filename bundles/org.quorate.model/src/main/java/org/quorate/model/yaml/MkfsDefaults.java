// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.yaml;

import org.quorate.model.Bytes;

/**
 * What mkfs.ocfs2 1.8.7 and mkfs.gfs2 3.5 choose for a volume (kernel reference 4.2, provisioning reference 3). Pure
 * functions of the volume's size.
 */
public final class MkfsDefaults {

    private static final Bytes TEBIBYTE = Bytes.gib(1024);

    private MkfsDefaults() {
    }

    /** 4 KiB from 1 GiB, 2 KiB from 512 MiB, else 1 KiB. */
    static Bytes ocfs2BlockSize(Bytes volume) {
        if (volume.compareTo(Bytes.gib(1)) >= 0) {
            return Bytes.kib(4);
        }
        return volume.compareTo(Bytes.mib(512)) >= 0 ? Bytes.kib(2) : Bytes.kib(1);
    }

    /** The smallest power of two from 4 KiB with fewer than 2^32 clusters in the volume. */
    static Bytes ocfs2ClusterSize(Bytes volume) {
        long size = 4096;
        while (volume.value() / size > (1L << 32) - 2) {
            size *= 2;
        }
        return new Bytes(size);
    }

    /** 2 below 2 GiB, 4 below 10 GiB, 8 below 1 TiB, else 16; but one more than there are nodes at least. */
    static int ocfs2Slots(Bytes volume, int nodes) {
        int bySize = volume.compareTo(TEBIBYTE) >= 0 ? 16
                : volume.compareTo(Bytes.gib(10)) >= 0 ? 8 : volume.compareTo(Bytes.gib(2)) >= 0 ? 4 : 2;
        return Math.max(bySize, nodes + 1);
    }

    /** 4 MiB below 128 MiB, 16 MiB below 1 GiB, else a 160th of the volume between 64 and 256 MiB, in whole MiB. */
    public static Bytes ocfs2Journal(Bytes volume) {
        if (volume.compareTo(Bytes.gib(1)) < 0) {
            return Bytes.mib(volume.compareTo(Bytes.mib(128)) < 0 ? 4 : 16);
        }
        long mebibytes = volume.value() / 160 >> 20;
        return Bytes.mib(Math.max(64, Math.min(256, mebibytes)));
    }

    /** By the volume's share of each journal: 8 MiB below 512 MiB up to 1 GiB from 10 TiB. */
    public static Bytes gfs2Journal(Bytes volume, int journals) {
        long share = volume.value() / journals >> 20;
        if (share < 512) {
            return Bytes.mib(8);
        }
        if (share < 2 * 1024) {
            return Bytes.mib(16);
        }
        if (share < 8 * 1024) {
            return Bytes.mib(32);
        }
        if (share < 16 * 1024) {
            return Bytes.mib(64);
        }
        return Bytes.mib(share < 1024 * 1024 ? 128 : share < 10 * 1024 * 1024 ? 512 : 1024);
    }
}
