// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

import java.util.List;
import java.util.OptionalLong;
import org.quorate.model.Wwid;

/**
 * A block device. Immutable.
 *
 * @param name       of the kernel, as in {@code sda}
 * @param map        name of device-mapper; empty: none
 * @param type       as lsblk says: {@code disk}, {@code part}, {@code lvm}, {@code mpath}
 * @param bytes      size
 * @param wwid       world-wide identifier in its normal form, see {@link Wwid}; empty: it has none
 * @param transport  as lsblk says: {@code iscsi}, {@code sas}; empty: not told
 * @param model      vendor and model
 * @param parents    devices that it lies on
 * @param fileSystem as udev knows; empty: none is known
 * @param mountPoint where it is mounted; empty: it is not
 * @param signatures what lies on it, as blkid and wipefs say; empty with {@code examined}: nothing
 * @param examined   it was looked at and could be read, which needs root
 * @param nonZero    bytes of its first MiB that are not zero; absent: not looked at, or not all of it could be read
 */
public record DeviceFacts(String name, String map, String type, long bytes, String wwid, String transport, String model, List<String> parents,
        String fileSystem, String mountPoint, List<String> signatures, boolean examined, OptionalLong nonZero) {

    public DeviceFacts {
        parents = List.copyOf(parents);
        signatures = List.copyOf(signatures);
    }

    /** The same after it was looked at. */
    public DeviceFacts examined(List<String> found, OptionalLong bytesNonZero) {
        return new DeviceFacts(name, map, type, bytes, wwid, transport, model, parents, fileSystem, mountPoint, found, true, bytesNonZero);
    }

    /** The same after signatures were found, or none, but not all could be read. */
    public DeviceFacts found(List<String> some) {
        return new DeviceFacts(name, map, type, bytes, wwid, transport, model, parents, fileSystem, mountPoint, some, false, OptionalLong.empty());
    }

    /** It is a whole disk or a map of multipath, as a LUN is. */
    public boolean isWhole() {
        return type.equals("disk") || type.equals("mpath");
    }
}
