// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

import java.util.List;

/**
 * A volume group of LVM. Immutable.
 *
 * @param name     of the group
 * @param bytes    size
 * @param lockType {@code dlm} or {@code sanlock} if it is shared; empty: it is not
 * @param devices  physical volumes
 */
public record GroupFacts(String name, long bytes, String lockType, List<String> devices) {

    public GroupFacts {
        devices = List.copyOf(devices);
    }
}
