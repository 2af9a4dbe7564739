// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

import java.util.List;
import java.util.OptionalInt;

/**
 * A network interface. Immutable.
 *
 * @param name      as in {@code eth0}
 * @param mac       hardware address
 * @param up        it carries data
 * @param mtu       bytes; 0: not told
 * @param megabits  speed a second; absent: not told, as for virtual ones
 * @param addresses IPv4 and IPv6 with their prefix lengths
 */
public record NicFacts(String name, String mac, boolean up, int mtu, OptionalInt megabits, List<String> addresses) {

    public NicFacts {
        addresses = List.copyOf(addresses);
    }

    /** It has that address. */
    public boolean has(String address) {
        return addresses.stream().anyMatch(each -> each.startsWith(address + "/"));
    }
}
