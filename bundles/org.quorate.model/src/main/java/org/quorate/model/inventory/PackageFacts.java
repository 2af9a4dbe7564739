// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

/**
 * An installed package. Immutable.
 *
 * @param name    of the package
 * @param version with its release
 */
public record PackageFacts(String name, String version) {
}
