// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.diagnostics;

/**
 * A file of the diagnostics.
 *
 * @param name in the archive
 * @param text what it says
 */
public record Diagnostic(String name, String text) {
}
