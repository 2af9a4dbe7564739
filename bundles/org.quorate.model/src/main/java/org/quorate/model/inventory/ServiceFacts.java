// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

/**
 * A unit of systemd. Immutable.
 *
 * @param name    without {@code .service}
 * @param active  as systemd says: {@code active}, {@code inactive}, {@code failed}
 * @param enabled as systemd says: {@code enabled}, {@code disabled}
 */
public record ServiceFacts(String name, String active, String enabled) {
}
