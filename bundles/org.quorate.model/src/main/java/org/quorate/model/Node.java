// SPDX-License-Identifier: EPL-2.0
package org.quorate.model;

/**
 * One server. Immutable, thread-safe.
 *
 * @param name    host name (must equal the machine's own: OCFS2 insists), RFC 1123 label
 * @param address IPv4 address on the cluster network
 * @param number  node number, 0 to 254 in OCFS2, 1 and up in corosync: 1 to 254 here
 * @param cores   processors that file-system work may use, 1 to 1024
 * @param memory  RAM
 * @param pageCache the part of it that file data and metadata may fill
 */
public record Node(String name, String address, int number, int cores, Bytes memory, Bytes pageCache) {
}
