// SPDX-License-Identifier: EPL-2.0
package org.quorate.model.inventory;

/**
 * A file of configuration. Immutable.
 *
 * @param path of it
 * @param text all of it
 */
public record FileFacts(String path, String text) {
}
