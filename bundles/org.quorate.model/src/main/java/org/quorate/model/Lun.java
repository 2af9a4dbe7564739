// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The shared block device. Immutable, thread-safe.
 *
 * @param name    volume name, also the GFS2 file system name and the OCFS2 label: {@code [A-Za-z0-9_-]{1,16}}
 * @param size    capacity
 * @param wwid    world-wide identifier as {@code /dev/disk/by-id/wwn-} or multipath show it, hexadecimal digits; empty:
 *                not known, which only an export needs
 * @param iqn     iSCSI qualified name of the target; may be empty, as the WWID
 * @param portals addresses of the target, {@code IPv4:port}; more than one needs multipath; may be empty, as the WWID
 * @param multipath device-mapper multipath is used
 * @param chap    CHAP login, absent: none
 * @param device  the class that the service times come from
 * @param service service times (those of the class unless the scenario says otherwise)
 * @param link    bandwidth of the storage link
 * @param queueDepth requests that the device serves at the same time, 1 to {@value #MOST_QUEUE_DEPTH}
 * @param pathTimeout I/O fails on a node that had no path for so long; absent: as exported files set it, see
 *                {@link org.quorate.model.preset.DiskPatience}
 * @param reservations persistent reservations for an application that does its own locking; absent: none
 */
public record Lun(String name, Bytes size, String wwid, String iqn, List<String> portals, boolean multipath,
        Optional<Chap> chap, DeviceClass device, LunService service, BitRate link, int queueDepth,
        Optional<Duration> pathTimeout, Optional<Reservations> reservations) {

    /** Most requests that a device of a scenario serves at the same time; a limit of the form, and of no kind of device. */
    public static final int MOST_QUEUE_DEPTH = 1024;

    /**
     * CHAP by reference.
     *
     * @param user   login
     * @param secret where the secret is kept (12 to 16 bytes)
     */
    public record Chap(String user, SecretReference secret) {
    }

    public Lun {
        portals = List.copyOf(portals);
    }
}
