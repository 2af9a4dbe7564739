// SPDX-License-Identifier: EPL-2.0
package org.quorate.provision.difference;

/**
 * A configuration file of the nodes that differs. Immutable, thread-safe.
 *
 * @param path        in the export
 * @param presence    where it is
 * @param consequence the dearest of its changes
 * @param how         how a change of this file takes effect
 * @param diff        unified, three lines around each change, each line ended by a line end
 */
public record FileChange(String path, Presence presence, Consequence consequence, String how, String diff) {
}
