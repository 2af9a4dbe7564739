// SPDX-License-Identifier: EPL-2.0
package org.quorate.ui;

import org.quorate.ui.editor.Icons;
import org.quorate.ui.export.Exports;
import org.quorate.ui.table.ColumnMemory;

/**
 * What all tables and charts share.
 *
 * @param columns remembers how columns are arranged
 * @param exports writes files and fills the clipboard
 * @param icons   of this bundle
 */
public record ViewTools(ColumnMemory columns, Exports exports, Icons icons) {
}
