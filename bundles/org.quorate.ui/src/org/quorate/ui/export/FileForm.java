// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui.export;

/**
 * A form in which something is written.
 *
 * @param title     in a file dialog, for example {@code Pictures (*.png)}
 * @param extension without the dot
 */
public record FileForm(String title, String extension) {
}
