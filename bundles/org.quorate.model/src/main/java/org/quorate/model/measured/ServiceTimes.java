// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.measured;

import java.util.Optional;

/**
 * Service of a device, or of a scratch file. Immutable.
 *
 * @param node           that asked
 * @param place          device, or file and its file system
 * @param what           which requests
 * @param tool           {@code fio} or {@code dd}
 * @param bytes          of a request
 * @param depth          requests under way
 * @param times          of a request
 * @param bytesPerSecond of all together; absent: not told
 */
public record ServiceTimes(String node, String place, What what, String tool, long bytes, int depth, Times times, Optional<Double> bytesPerSecond) {

    /** Which requests. */
    public enum What {
        /** Reads anywhere on the device. */
        READ,
        /** Reads one after the other. */
        STREAM,
        /** Writes anywhere in the scratch file, past the page cache. */
        WRITE,
        /** fsync after such a write. */
        FLUSH
    }
}
