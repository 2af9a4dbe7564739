// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

/**
 * Operating system and identity. Immutable.
 *
 * @param hostName     as {@code uname -n} says
 * @param osId         ID of /etc/os-release: {@code ubuntu}, {@code rhel}
 * @param osVersion    its VERSION_ID
 * @param osTitle      its PRETTY_NAME
 * @param kernel       as {@code uname -r} says
 * @param architecture as {@code uname -m} says
 * @param machineId    of /etc/machine-id, which no two machines share; empty: not told
 * @param root         the inventory was taken as root
 */
public record SystemFacts(String hostName, String osId, String osVersion, String osTitle, String kernel, String architecture, String machineId,
        boolean root) {
}
