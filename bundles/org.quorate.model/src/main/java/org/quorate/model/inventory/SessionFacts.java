// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

/**
 * An iSCSI session. Immutable.
 *
 * @param target iSCSI name of the target
 * @param portal address and port
 * @param state  as the kernel says: {@code LOGGED_IN}, {@code FAILED}
 */
public record SessionFacts(String target, String portal, String state) {
}
